"""The language of the window: which there are, which is meant, and taking one on while the program runs."""

import logging
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtGui import QFontDatabase

from hub_desktop.core.resources import resource_path
from hub_desktop.ui.spoken import speak

LANGUAGE = "language"
"""The setting that keeps the chosen language: `system` or one of `Language`."""
SYSTEM = "system"

_log = logging.getLogger(__name__)


class Language(StrEnum):
    """The languages of the window."""

    ENGLISH = "en"
    HINDI = "hi"


OWN_NAMES: dict[Language, str] = {Language.ENGLISH: "English", Language.HINDI: "हिन्दी"}
"""What each language calls itself; never translated, so that a person finds their own."""

_QT_LANGUAGES = {Language.ENGLISH: QLocale.Language.English, Language.HINDI: QLocale.Language.Hindi}


def meant_by(choice: str) -> Language:
    """Return the language of a choice; that of the computer for `system`, and English where it is none of ours."""
    wanted = QLocale.system().uiLanguages() if choice == SYSTEM else [choice]
    for name in wanted:
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in set(Language):
            return Language(code)
    return Language.ENGLISH


def can_be_drawn(language: Language) -> bool:
    """Tell whether a font of this computer has the letters of a language."""
    if language is not Language.HINDI:
        return True
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.Devanagari))


class Translations(QObject):
    """Installs and removes what translates the window; what is built afterwards speaks the language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = Language.ENGLISH
        self._translator: QTranslator | None = None

    def take_on(self, choice: str) -> bool:
        """Take on a chosen language; return whether it is another one than before.

        Days and months follow. Numbers keep Latin digits and one grouping in both languages, as the sentences of the
        hub carry them.
        """
        wanted, before = meant_by(choice), self.language
        self._remove()
        if wanted is not Language.ENGLISH and not self._install(wanted):
            wanted = Language.ENGLISH
        self.language = wanted
        QLocale.setDefault(_locale(wanted))
        speak(foreign=wanted is not Language.ENGLISH)
        return wanted is not before

    def stop(self) -> None:
        """Speak English again, as before anything was taken on."""
        self.take_on(Language.ENGLISH)

    def _install(self, language: Language) -> bool:
        file = resource_path("translations", f"hub-desktop_{language}.qm")
        translator = QTranslator(self)
        if not translator.load(str(file)):
            _log.error("the translation %s cannot be read; the window stays English", file)
            return False
        QCoreApplication.installTranslator(translator)
        self._translator = translator
        return True

    def _remove(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None


def _locale(language: Language) -> QLocale:
    """Return the customs that go with a language: those of the computer where it speaks it, else those of India."""
    system, wanted = QLocale.system(), _QT_LANGUAGES[language]
    # A computer that was told nothing of languages counts as English.
    plain_english = language is Language.ENGLISH and system.language() == QLocale.Language.C
    return system if plain_english or system.language() == wanted else QLocale(wanted, QLocale.Country.India)
