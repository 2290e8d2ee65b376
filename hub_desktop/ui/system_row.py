"""One system in a line of Home: what it is, whether it works, and when it synced."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.run_days import RunDay
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_status
from hub_desktop.ui.remedies import USE_CASES, Action, Offer, offer
from hub_desktop.ui.run_strip import RunStrip
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.status_controls import badge_word
from hub_desktop.ui.style.name_link import NameLink
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import Card, LightBadge, PlainLabel, plain_tip, primary_button, set_usable
from hub_desktop.ui.words import data_type_counts, exact, next_words, when


class AttentionRow(Card):
    """A system that needs a person: why, and the button that helps.

    Signals:
        action_asked(int, Action): the button was chosen.
    """

    action_asked = Signal(int, object)

    def __init__(self, session: Session, view: IntegrationView) -> None:
        super().__init__()
        self._session = session
        self._offer: Offer | None = None
        self._number = view.integration_id
        self.name, self.badge = NameLink(), LightBadge()
        self.reason = PlainLabel(wrap=True)
        self.help = HelpButton()
        self.help.help_asked.connect(session.help_line.asked)
        self.remedy = primary_button("")
        self.remedy.clicked.connect(self.on_remedy_clicked)
        self.name.clicked.connect(self.on_name_clicked)
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(self.name)
        head.addWidget(self.badge, 1)
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        words.addLayout(head)
        words.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_L)
        row.addLayout(words, 1)
        row.addWidget(self.remedy)
        row.addWidget(self.help)
        self.show_view(view)

    def show_view(self, view: IntegrationView) -> None:
        """Show what is the matter now."""
        self.setAccessibleName(view.name)
        self.name.setText(view.name)
        self.badge.show_status(view.status, badge_word(view.status))
        self.reason.show_or_hide(spoken(view.status.reason))
        self.reason.setToolTip(plain_tip(spoken(view.status.detail)))
        self.help.show_topic(topic_of_status(view.status), view.status.reason)
        self._offer = offer(
            view.status, by_person=view.config.signed_in_by_person(), worked=view.last_success is not None
        )
        self.remedy.setVisible(self._offer is not None)
        if self._offer is not None:
            self.remedy.setText(self._offer.words)
            self.remedy.setAccessibleName(f"{self._offer.words}: {view.name}")
            set_usable(self.remedy, self._session.refusal(USE_CASES[self._offer.action]))

    @Slot()
    def on_remedy_clicked(self) -> None:
        """Ask for what helps."""
        if self._offer is not None:
            self.action_asked.emit(self._number, self._offer.action)

    @Slot()
    def on_name_clicked(self) -> None:
        """Ask for the page of the system."""
        self.action_asked.emit(self._number, Action.OPEN)


class SystemRow(QWidget):
    """A system at a glance.

    Signals:
        action_asked(int, Action): the name was chosen.
    """

    action_asked = Signal(int, object)

    def __init__(self, view: IntegrationView) -> None:
        super().__init__()
        self._number = view.integration_id
        self.name, self.badge = NameLink(), LightBadge()
        self.name.clicked.connect(self.on_name_clicked)
        self.kept = PlainLabel(role="muted", wrap=True)
        self.last, self.next = PlainLabel(), PlainLabel(role="muted")
        self.strip = RunStrip(low=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_S)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_XS)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.kept, 1, 0)
        grid.addWidget(self.badge, 0, 1)
        grid.addWidget(self.strip, 1, 1)
        grid.addWidget(self.last, 0, 2)
        grid.addWidget(self.next, 1, 2)
        for column, share in enumerate((5, 4, 4)):
            grid.setColumnStretch(column, share)
        self.show_view(view)

    def show_days(self, days: tuple[RunDay, ...]) -> None:
        """Show how its syncs went on the last days."""
        self.strip.show_days(days)

    def show_view(self, view: IntegrationView) -> None:
        """Show how the system stands now."""
        self.setAccessibleName(view.name)
        self.name.setText(view.name)
        self.badge.show_status(view.status)
        self.badge.setToolTip(plain_tip(spoken(view.status.reason)))
        self.kept.setText(data_type_counts(view.records) or self.tr("No records yet"))
        self.last.setText(
            self.tr("Synced {time}").format(time=when(view.last_success))
            if view.last_success
            else self.tr("Not synced yet")
        )
        self.last.setToolTip(exact(view.last_success))
        shown = next_words(view)
        self.next.setText(shown[:1].upper() + shown[1:])
        self.next.setToolTip(exact(view.next_run))

    @Slot()
    def on_name_clicked(self) -> None:
        """Ask for the page of the system."""
        self.action_asked.emit(self._number, Action.OPEN)
