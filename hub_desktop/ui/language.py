"""The language of the window: which there are, which is meant, and taking one on while the program runs."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

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

_FOR_SCREENS = frozenset({"Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Lohit Devanagari"})
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
    return language is not Language.HINDI or bool(_families_of_hindi())


class Translations(QObject):
    """Installs and removes what translates the window; what is built afterwards speaks the language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = Language.ENGLISH
        self._translator: QTranslator | None = None
        self._font: QFont | None = None
        """The font of the program before a language brought its own."""

    def take_on(self, choice: str) -> bool:
        """Take on a chosen language; return whether it is another one than before.

        Days and months follow. Numbers keep Latin digits and one grouping in both languages, as the sentences of the
        hub carry them.
        """
        wanted, before = meant_by(choice), self.language
        self._remove()
        if choice == SYSTEM and not can_be_drawn(wanted):
            # Nobody chose it, and every letter would be an empty box.
            wanted = Language.ENGLISH
        if wanted is not Language.ENGLISH and not self._install(wanted):
            wanted = Language.ENGLISH
        self.language = wanted
        QLocale.setDefault(_locale(wanted))
        speak(foreign=wanted is not Language.ENGLISH)
        self._draw_with(_families_of_hindi() if wanted is Language.HINDI else [])
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

    def _draw_with(self, families: Sequence[str]) -> None:
        """Let a font of the language come first: its letters are higher, and lines take their height from the first."""
        if self._font is not None:
            QApplication.setFont(self._font)
            self._font = None
        if families:
            self._font = QApplication.font()
            font = QFont(self._font)
            font.setFamilies([families[0], *self._font.families()])
            QApplication.setFont(font)

    def _remove(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None


@contextmanager
def speaking(choice: str) -> Iterator[None]:
    """Speak a chosen language for as long as something is shown outside the window."""
    translations = Translations()
    translations.take_on(choice)
    try:
        yield
    finally:
        translations.stop()


def _families_of_hindi() -> list[str]:
    """Return the fonts that have the letters of Hindi, those made for reading on a screen first."""
    found = QFontDatabase.families(QFontDatabase.WritingSystem.Devanagari)
    return sorted(found, key=lambda name: (name not in _FOR_SCREENS, "Serif" in name, name))


def _locale(language: Language) -> QLocale:
    """Return the customs that go with a language: those of the computer where it speaks it, else those of India."""
    system, wanted = QLocale.system(), _QT_LANGUAGES[language]
    # A computer that was told nothing of languages counts as English.
    plain_english = language is Language.ENGLISH and system.language() == QLocale.Language.C
    return system if plain_english or system.language() == wanted else QLocale(wanted, QLocale.Country.India)
