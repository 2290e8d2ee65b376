"""What the window remembers of itself: place, size, last screen, look, and what it said once."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize
from PySide6.QtWidgets import QWidget

from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.style.tokens import WINDOW_FIRST

STATE_FILE = "window.ini"
"""Its name in the data folder."""
_GEOMETRY, _PAGE, _INTEGRATION, _SAID = "window/geometry", "window/page", "window/integration", "said/"
_THEME, _LANGUAGE, _SYSTEM = "window/theme", "window/language", "system"


class WindowState(QObject):
    """Kept in a small file beside the records, or only in memory where no file is given."""

    def __init__(self, file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat, self) if file is not None else None
        self._said: set[str] = set()

    def restore(self, window: QWidget) -> Page:
        """Put the window where it was; return the screen it showed."""
        window.resize(within_screen(window, QSize(*WINDOW_FIRST)))
        if self._settings is None:
            return Page.HOME
        geometry = self._settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        page = self._settings.value(_PAGE)
        return Page(page) if page in list(Page) else Page.HOME

    def integration(self) -> int | None:
        """Return the integration whose page was shown, None where none was."""
        written = str(self._settings.value(_INTEGRATION, "")) if self._settings is not None else ""
        return int(written) if written.isascii() and written.isdigit() else None

    def keep(self, window: QWidget, page: Page, integration_id: int | None = None) -> None:
        """Remember where the window is and what it shows: a screen, or there the page of an integration."""
        self.keep_place(window)
        if self._settings is not None:
            self._settings.setValue(_PAGE, page.value)
            self._settings.setValue(_INTEGRATION, "" if integration_id is None else str(integration_id))

    def keep_place(self, window: QWidget) -> None:
        """Remember where the window is."""
        if self._settings is not None:
            self._settings.setValue(_GEOMETRY, window.saveGeometry())

    def theme(self) -> str:
        """Return the theme that the settings had when they could last be read."""
        return self._look(_THEME)

    def language(self) -> str:
        """Return the language that the settings had when they could last be read."""
        return self._look(_LANGUAGE)

    def keep_look(self, *, theme: str, language: str) -> None:
        """Remember how the window looks and speaks, for the next start before its settings can be read."""
        for key, value in ((_THEME, theme), (_LANGUAGE, language)):
            if self._settings is not None and self._look(key) != value:
                self._settings.setValue(key, value)

    def _look(self, key: str) -> str:
        return str(self._settings.value(key, _SYSTEM)) if self._settings is not None else _SYSTEM

    def first_time(self, what: str) -> bool:
        """Tell whether this was never said before, and remember that it is now."""
        if what in self._said:
            return False
        self._said.add(what)
        if self._settings is None:
            return True
        if self._settings.value(_SAID + what) is not None:
            return False
        self._settings.setValue(_SAID + what, "yes")
        return True
