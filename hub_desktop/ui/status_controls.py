"""The light of an integration with its reason and its remedy, and the buttons that sync, cancel and test it."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton

from hub_desktop.core.status import Light, Status
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_status
from hub_desktop.ui.remedies import USE_CASES, Action, Offer, offer
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.widgets import LightBadge, PlainLabel, plain_button, plain_tip, primary_button, set_usable
from hub_desktop.ui.words import upcoming


def badge_word(status: Status) -> str:
    """Return the word beside the light where it says more than the light alone; else the empty string."""
    if status.light is Light.WAITING and status.retry_at is not None:
        return _tr("Trying again {time}").format(time=upcoming(status.retry_at))
    return ""


class StatusControls(QObject):
    """Keeps these controls in step with a view; whoever shows them says where each stands.

    Signals:
        action_asked(int, Action): what to do with the integration of this number.
    """

    action_asked = Signal(int, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0
        self._offer: Offer | None = None
        self.badge = LightBadge()
        self.reason = PlainLabel(wrap=True)
        self.remedy = primary_button("")
        self.help = HelpButton()
        self.help.help_asked.connect(session.help_line.asked)
        self.bar = QProgressBar()
        self.bar.setProperty("look", "thin")
        self.bar.setTextVisible(False)
        self.sync = plain_button(self.tr("Sync"), "sync")
        self.cancel = plain_button(self.tr("Cancel"), "close")
        self.test = plain_button(self.tr("Test"))
        self._actions = {self.sync: Action.SYNC, self.cancel: Action.CANCEL, self.test: Action.TEST}
        for button in self._actions:
            button.clicked.connect(self.on_button_clicked)
        self.remedy.clicked.connect(self.on_remedy_clicked)

    def show_view(self, view: IntegrationView) -> None:
        """Show how the integration stands now."""
        self._number = view.integration_id
        status = view.status
        self._show_status(view)
        self._show_progress(status)
        self._swap(self.sync, self.cancel, second=status.light is Light.SYNCING)
        named = {
            self.remedy: f"{self.remedy.text()}: {view.name}",
            self.sync: self.tr("Sync {name} now").format(name=view.name),
            self.cancel: self.tr("Cancel the sync of {name}").format(name=view.name),
            self.test: self.tr("Test the connection of {name}").format(name=view.name),
            self.bar: self.tr("Progress of {name}").format(name=view.name),
        }
        for control, words in named.items():
            control.setAccessibleName(words)
        for button, action in self._actions.items():
            set_usable(button, self._session.refusal(USE_CASES[action]))
        if self._offer is not None:
            set_usable(self.remedy, self._session.refusal(USE_CASES[self._offer.action]))

    @Slot()
    def on_remedy_clicked(self) -> None:
        """Ask for what the status offers."""
        if self._offer is not None:
            self.action_asked.emit(self._number, self._offer.action)

    @Slot()
    def on_button_clicked(self) -> None:
        """Ask for what the button says."""
        action = next((action for button, action in self._actions.items() if button is self.sender()), None)
        if action is not None:
            self.action_asked.emit(self._number, action)

    def _show_status(self, view: IntegrationView) -> None:
        status = view.status
        self.badge.show_status(status, badge_word(status))
        self.reason.show_or_hide(spoken(status.reason))
        self.reason.setToolTip(plain_tip(spoken(status.detail)))
        self.help.show_topic(topic_of_status(status), status.reason)
        self._offer = offer(status, by_person=view.config.signed_in_by_person(), worked=view.last_success is not None)
        if self._offer is not None and self._offer.action is Action.SYNC:
            # That button is there already.
            self._offer = None
        self.remedy.setVisible(self._offer is not None)
        if self._offer is not None:
            self.remedy.setText(self._offer.words)
        wanted = status.light in {Light.NEVER_RUN, Light.WAITING, Light.ERROR} and self._offer is None
        self.sync.set_look("primary" if wanted else "plain")

    def _show_progress(self, status: Status) -> None:
        syncing = status.light is Light.SYNCING
        self.bar.setVisible(syncing)
        if syncing and status.progress is not None and status.progress.total:
            self.bar.setRange(0, status.progress.total)
            self.bar.setValue(status.progress.done)
        elif syncing:
            self.bar.setRange(0, 0)

    @staticmethod
    def _swap(first: QPushButton, other: QPushButton, *, second: bool) -> None:
        """Show one of two buttons, and hand the focus over with it."""
        going, coming = (first, other) if second else (other, first)
        focused = going.hasFocus()
        coming.setVisible(True)
        if focused:
            coming.setFocus()
        going.setVisible(False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("status", text)
