"""Something that stands unsolved with an integration: its sentence, and the button that helps."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hub_desktop.core.status import Status
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_status
from hub_desktop.ui.remedies import USE_CASES, Offer, offer
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.icons import LIGHT_ICONS
from hub_desktop.ui.style.tokens import ICON, SPACE_M
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, plain_button, plain_tip, set_usable


class NeedRow(QWidget):
    """One line of what needs attention.

    Signals:
        action_asked(int, Action): the button was chosen.
    """

    action_asked = Signal(int, object)

    def __init__(self, session: Session, view: IntegrationView, need: Status) -> None:
        super().__init__()
        self._number = view.integration_id
        self._offer: Offer | None = offer(
            need, by_person=view.config.signed_in_by_person(), worked=view.last_success is not None
        )
        self.sentence = PlainLabel(spoken(need.reason), wrap=True)
        self.sentence.setToolTip(plain_tip(need.detail))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(IconLabel(LIGHT_ICONS[need.light], need.light.value, ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        self.help = HelpButton(topic_of_status(need), need.reason)
        self.help.help_asked.connect(session.help_line.asked)
        self.button = plain_button(self._offer.words if self._offer else "")
        self.button.setVisible(False)
        row.addWidget(self.button)
        row.addWidget(self.help)
        if self._offer is not None:
            self.button.setAccessibleName(f"{self._offer.words}: {spoken(need.reason)}")
            self.button.setVisible(True)
            self.button.clicked.connect(self.on_clicked)
            set_usable(self.button, session.refusal(USE_CASES[self._offer.action]))

    @Slot()
    def on_clicked(self) -> None:
        """Ask for what helps."""
        if self._offer is not None:
            self.action_asked.emit(self._number, self._offer.action)
