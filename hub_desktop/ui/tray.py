"""The icon in the tray: the worst light, and the few things one wants without the window."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from hub_desktop.core.notifications import NotificationSettings
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
        self._sentence = ""
        self._paused_until = ""
        self._light: Light | None = None
        self.available = QSystemTrayIcon.isSystemTrayAvailable()
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self.open, self.sync_all, self.pause, self.leave = (QAction(self) for _ in range(4))
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
        self.pause.triggered.connect(self.on_pause_chosen)
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
        self._sentence = spoken(summary.sentence)
        self._show_tip()
        self.sync_all.setEnabled(bool(views) and not refusal)
        notices = self._incidents.heard(views, datetime.now(UTC).astimezone())
        if notices:
            self._notify(notices)
        return notices

    def follow(self, settings: NotificationSettings) -> None:
        """Notify of what the settings say, from now on."""
        self._incidents.follow(settings)

    def tell_caught_up(self, sentence: str) -> None:
        """Say once what was missed and caught up, unless it is to be quiet or nothing is wanted."""
        if self._incidents.may_tell(datetime.now(UTC).astimezone()) and self.available:
            self.icon.showMessage("Hub Desktop", sentence, QSystemTrayIcon.MessageIcon.Information, _SHOWN_MS)

    def tell_backup_trouble(self, sentence: str) -> bool:
        """Say that no nightly backup can be made; return False while it is to be quiet and it is to be told later."""
        if self._incidents.is_quiet(datetime.now(UTC).astimezone()):
            return False
        self._show_backup(sentence, QSystemTrayIcon.MessageIcon.Warning, wanted=self._incidents.tells_errors)
        return True

    def tell_backup_works(self, sentence: str) -> None:
        """Say that one could be made again, where recoveries are wanted and it is not to be quiet."""
        quiet = self._incidents.is_quiet(datetime.now(UTC).astimezone())
        wanted = self._incidents.tells_recoveries and not quiet
        self._show_backup(sentence, QSystemTrayIcon.MessageIcon.Information, wanted=wanted)

    def _show_backup(self, sentence: str, kind: QSystemTrayIcon.MessageIcon, *, wanted: bool) -> None:
        if wanted and self.available and QSystemTrayIcon.supportsMessages():
            self.icon.showMessage(self.tr("Nightly backups"), sentence, kind, _SHOWN_MS)

    def show_paused(self, paused: bool, until: str = "") -> None:
        """Show whether runs by timetable are paused."""
        self._paused_until = until if paused else ""
        self.name_actions()

    def name_actions(self) -> None:
        """Name the entries of the menu in the language that stands now."""
        self.open.setText(self.tr("Open Hub Desktop"))
        self.sync_all.setText(self.tr("Sync all"))
        self.pause.setText(
            self.tr("Resume (paused until {time})").format(time=self._paused_until)
            if self._paused_until
            else self.tr("Pause for an hour")
        )
        self.leave.setText(self.tr("Quit"))
        self._show_tip()

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

    @Slot()
    def on_pause_chosen(self) -> None:
        """Ask for a pause, or for its end."""
        self.pause_asked.emit(not self._paused_until)

    def _show_tip(self) -> None:
        paused = self.tr("Paused until {time}.").format(time=self._paused_until) if self._paused_until else ""
        said = " ".join(filter(None, (self._sentence, paused)))
        self.icon.setToolTip(f"Hub Desktop: {said}" if said else "Hub Desktop")

    def _notify(self, notices: Sequence[Notice]) -> None:
        if not self.available or not QSystemTrayIcon.supportsMessages():
            return
        broken = any(notice.broken for notice in notices)
        kind = QSystemTrayIcon.MessageIcon.Warning if broken else QSystemTrayIcon.MessageIcon.Information
        # All in one: of several messages a desktop shows the last, or all of them over each other.
        if len(notices) > 1:
            self.icon.showMessage(
                self.tr("News of your systems"), "\n".join(self._sentence_of(one) for one in notices), kind, _SHOWN_MS
            )
            return
        [notice] = notices
        if notice.broken:
            self.icon.showMessage(
                self.tr("{name} needs you").format(name=notice.integration), spoken(notice.reason), kind, _SHOWN_MS
            )
        elif notice.passed:
            self.icon.showMessage("Hub Desktop", self._sentence_of(notice), kind, _SHOWN_MS)
        else:
            title = self.tr("{name} works again").format(name=notice.integration)
            self.icon.showMessage(title, self.tr("Its records are up to date."), kind, _SHOWN_MS)

    def _sentence_of(self, notice: Notice) -> str:
        if notice.broken:
            return self.tr("{name} needs you: {reason}").format(name=notice.integration, reason=spoken(notice.reason))
        if notice.passed:
            return self.tr("{name} did not work for a while, and works again.").format(name=notice.integration)
        return self.tr("{name} works again.").format(name=notice.integration)
