"""The icon in the tray: the worst light, and the few things one wants without the window."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hub_desktop.core.status import Light
from hub_desktop.hub.overview import IntegrationView, summarise
from hub_desktop.ui.incidents import Incidents, Notice
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.icons import icon, light_icon

_SHOWN_MS = 10_000


class Tray(QObject):
    """Stays when the window is closed; says and shows nothing on a desktop without a tray.

    Signals:
        open_asked(): the window is to be shown.
        sync_all_asked(): all integrations that are switched on are to be synced.
        pause_asked(bool): runs by timetable are to stop for an hour, or to go on.
        quit_asked(): the program is to end.
    """

    open_asked = Signal()
    sync_all_asked = Signal()
    pause_asked = Signal(bool)
    quit_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._incidents = Incidents()
        self._light: Light | None = None
        self.available = QSystemTrayIcon.isSystemTrayAvailable()
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self.open, self.sync_all, self.pause, self.leave = (QAction(self) for _ in range(4))
        self.pause.setCheckable(True)
        self.name_actions()
        self.menu.addActions([self.open, self.sync_all, self.pause])
        self.menu.addSeparator()
        self.menu.addAction(self.leave)
        self.menu.setDefaultAction(self.open)
        self.icon.setContextMenu(self.menu)
        self.icon.setIcon(icon("hub-desktop"))
        self.icon.setToolTip("Hub Desktop")
        self.open.triggered.connect(self.open_asked)
        self.sync_all.triggered.connect(self.sync_all_asked)
        self.pause.triggered.connect(self.pause_asked)
        self.leave.triggered.connect(self.quit_asked)
        self.icon.activated.connect(self.on_activated)
        self.icon.messageClicked.connect(self.open_asked)
        if self.available:
            self.icon.show()

    def show_views(self, views: list[IntegrationView], *, refusal: str = "") -> list[Notice]:
        """Show the worst light, and notify of what broke or works again; return those notices."""
        summary = summarise(views)
        self._light = summary.light
        self.tint()
        self.icon.setToolTip(f"Hub Desktop: {spoken(summary.sentence)}")
        self.sync_all.setEnabled(bool(views) and not refusal)
        notices = self._incidents.heard(views)
        for notice in notices:
            self._notify(notice)
        return notices

    def show_paused(self, paused: bool, until: str = "") -> None:
        """Show whether runs by timetable are paused."""
        self.pause.setChecked(paused)
        self.name_actions(until=until)

    def name_actions(self, *, until: str = "") -> None:
        """Name the entries of the menu in the language that stands now; `until` when the pause ends, if it is on."""
        self.open.setText(self.tr("Open Hub Desktop"))
        self.sync_all.setText(self.tr("Sync all"))
        self.pause.setText(self.tr("Paused until {time}").format(time=until) if until else self.tr("Pause for an hour"))
        self.leave.setText(self.tr("Quit"))

    def tint(self) -> None:
        """Draw the icon in the colours of the palette."""
        self.icon.setIcon(icon("hub-desktop") if self._light is None else light_icon(self._light))

    def stop(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.icon.setContextMenu(None)  # type: ignore[arg-type]
        self.menu.deleteLater()

    @Slot(QSystemTrayIcon.ActivationReason)
    def on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """Open the window on a click."""
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_asked.emit()

    def _notify(self, notice: Notice) -> None:
        if not self.available or not QSystemTrayIcon.supportsMessages():
            return
        if notice.broken:
            title = self.tr("{name} needs you").format(name=notice.integration)
            self.icon.showMessage(title, spoken(notice.reason), QSystemTrayIcon.MessageIcon.Warning, _SHOWN_MS)
        else:
            title = self.tr("{name} works again").format(name=notice.integration)
            said = self.tr("Its records are up to date.")
            self.icon.showMessage(title, said, QSystemTrayIcon.MessageIcon.Information, _SHOWN_MS)
