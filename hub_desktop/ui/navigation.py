"""The left side of the window: where one is, and where one can go."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from hub_desktop.ui.shortcuts import Shortcut, keys_of, keys_text, screen_keys
from hub_desktop.ui.spoken import count
from hub_desktop.ui.style.icons import icon
from hub_desktop.ui.style.tokens import ICON, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel


class Page(StrEnum):
    """The screens, in their order."""

    HOME = "home"
    INTEGRATIONS = "integrations"
    DATA = "data"
    ACTIVITY = "activity"
    REPORTS = "reports"
    SETTINGS = "settings"


PAGE_ICONS: dict[Page, str] = {
    Page.HOME: "home",
    Page.INTEGRATIONS: "plug",
    Page.DATA: "table",
    Page.ACTIVITY: "activity",
    Page.REPORTS: "chart",
    Page.SETTINGS: "sliders",
}


def page_title(page: Page) -> str:
    """Return what a screen is called."""
    return {
        Page.HOME: _tr("Home"),
        Page.INTEGRATIONS: _tr("Integrations"),
        Page.DATA: _tr("Data"),
        Page.ACTIVITY: _tr("Activity"),
        Page.REPORTS: _tr("Reports"),
        Page.SETTINGS: _tr("Settings"),
    }[page]


class Section(StrEnum):
    """The sections of the settings, in their order."""

    COLLEGE = "college"
    CALENDAR = "calendar"
    SOURCES = "sources"
    PRIVACY = "privacy"
    ACCOUNTS = "accounts"
    TOKENS = "tokens"
    APPEARANCE = "appearance"
    AUTOSTART = "autostart"
    NOTIFICATIONS = "notifications"
    FILES = "files"
    NETWORK = "network"
    LISTENER = "listener"
    DEVICES = "devices"
    AUDIT = "audit"
    ABOUT = "about"


def section_title(section: Section) -> str:
    """Return what a section of the settings is called."""
    return {
        Section.COLLEGE: _tr("College"),
        Section.CALENDAR: _tr("Calendar"),
        Section.SOURCES: _tr("Sources"),
        Section.PRIVACY: _tr("Privacy"),
        Section.ACCOUNTS: _tr("Accounts"),
        Section.TOKENS: _tr("API tokens"),
        Section.APPEARANCE: _tr("Appearance"),
        Section.AUTOSTART: _tr("Start at login"),
        Section.NOTIFICATIONS: _tr("Notifications"),
        Section.FILES: _tr("Files"),
        Section.NETWORK: _tr("Network"),
        Section.LISTENER: _tr("Listener"),
        Section.DEVICES: _tr("Attendance devices"),
        Section.AUDIT: _tr("Audit"),
        Section.ABOUT: _tr("About"),
    }[section]


def setting_sections() -> list[str]:
    """Return what the sections of the settings are called, in their order."""
    return [section_title(section) for section in Section]


class NavigationFrame(QFrame):
    """The left side of the window with the name of the program, and nowhere to go yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_S, 0, 0, SPACE_L)
        head.setSpacing(SPACE_S)
        head.addWidget(IconLabel("hub-desktop", "text", ICON))
        head.addWidget(PlainLabel("Hub Desktop", "strong"), 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_M, SPACE_XL, SPACE_M, SPACE_M)
        self.column.setSpacing(SPACE_XS)
        self.column.addLayout(head)


def beside(navigation: NavigationFrame, screens: QLayout) -> QWidget:
    """Return what fills the window: the navigation on the left, and the screens beside it."""
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(navigation)
    row.addLayout(screens, 1)
    return middle


class Navigation(NavigationFrame):
    """One button a screen.

    Signals:
        page_chosen(Page): a person wants to go there.
        help_asked(): a person wants help.
    """

    page_chosen = Signal(object)
    help_asked = Signal()

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Page, QPushButton] = {}
        column = self.column
        for number, page in enumerate(Page, start=1):
            if page is Page.SETTINGS:
                column.addStretch()
            button = QPushButton(page_title(page))
            button.setCheckable(True)
            button.setIconSize(QSize(ICON, ICON))
            button.setAccessibleName(page_title(page))
            keys = keys_text(screen_keys(number))
            button.setToolTip(self.tr("{page} ({keys})").format(page=page_title(page), keys=keys))
            self.buttons[page] = button
            self._group.addButton(button, number)
            column.addWidget(button)
        self.help = QPushButton(self.tr("Help"))
        self.help.setIconSize(QSize(ICON, ICON))
        self.help.setAccessibleName(self.tr("Help"))
        keys = keys_text(keys_of(Shortcut.HELP))
        self.help.setToolTip(self.tr("{page} ({keys})").format(page=self.tr("Help"), keys=keys))
        self.help.clicked.connect(self.help_asked)
        column.addWidget(self.help)
        column.addSpacing(SPACE_S)
        name = PlainLabel(who, "muted", wrap=True)
        name.setContentsMargins(SPACE_S, 0, 0, 0)
        name.setToolTip(self.tr("Who is at the window"))
        column.addWidget(name)
        self._group.idClicked.connect(self.on_id_clicked)
        self.tint()

    def show_page(self, page: Page) -> None:
        """Mark the screen that is shown."""
        if any(button.hasFocus() for button in self.buttons.values()):
            # The ring of the focus would otherwise stay behind on the screen that was left by a shortcut.
            self.take_keyboard(page)
        self.buttons[page].setChecked(True)
        self.tint()

    def take_keyboard(self, page: Page) -> None:
        """Let the keyboard be at the name of a screen."""
        self.buttons[page].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_attention(self, number: int) -> None:
        """Say how many integrations need a person."""
        button, title = self.buttons[Page.INTEGRATIONS], page_title(Page.INTEGRATIONS)
        button.setText(f"{title} ({number:,})" if number else title)
        need = self.tr("{integrations} need attention") if number != 1 else self.tr("{integrations} needs attention")
        said = need.format(integrations=count(number, "integration"))
        button.setAccessibleDescription(said if number else "")

    def tint(self) -> None:
        """Draw the icons in the colours of the palette."""
        for page, button in self.buttons.items():
            button.setIcon(icon(PAGE_ICONS[page], "accent" if button.isChecked() else "muted"))
        self.help.setIcon(icon("help", "muted"))

    @Slot(int)
    def on_id_clicked(self, number: int) -> None:
        """Go to the chosen screen."""
        self.page_chosen.emit(list(Page)[number - 1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("navigation", text)
