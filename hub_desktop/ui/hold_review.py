"""What the safety brake held of an integration, for a person to decide."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError
from hub_desktop.hub.decisions import HoldView
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.hold_panel import HoldPanel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button
from hub_desktop.ui.tab_order import ReadingOrderDialog


class HoldReview(ReadingOrderDialog):
    """Shows every hold of an integration that waits, one beside the other; closes once all are decided.

    Signals:
        told(str, str, str): kind, sentence and detail of what was decided.
    """

    told = Signal(str, str, str)

    def __init__(self, session: Session, integration_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self.panels: list[HoldPanel] = []
        self.setWindowTitle(self.tr("What waits for your decision: {name}").format(name=name))
        self.said = PlainLabel(self.tr("Loading what was held…"), "muted", wrap=True)
        self.note = ProblemLabel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What was held"))
        self.tabs.hide()
        self.close_button = plain_button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        self._column.setSpacing(SPACE_M)
        for part in (self.note, self.said, self.tabs, self.close_button):
            self._column.addWidget(part)
        self.resize(room_for(self, inset=1))
        self._load()

    @Slot(object)
    def on_loaded(self, views: list[HoldView]) -> None:
        """Show the holds."""
        if not views:
            self.said.setText(self.tr("Nothing waits for a decision any more. A later sync or a colleague settled it."))
            self.close_button.setFocus()
            return
        self.said.hide()
        self.close_button.hide()
        for view in views:
            panel = HoldPanel(self._session, view)
            panel.decided.connect(self.on_decided)
            panel.later_asked.connect(self.reject)
            self.panels.append(panel)
            self.tabs.addTab(panel, _title(view, views))
        self._settle()
        self.tabs.show()
        self.panels[0].keep.setFocus()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why there is nothing to decide."""
        self.said.hide()
        self.note.show_problem(error.sentence)

    @Slot(str)
    def on_decided(self, sentence: str) -> None:
        """Take the decided hold away, and close with the last."""
        panel = self.sender()
        if not isinstance(panel, HoldPanel):
            return
        self.told.emit("info", sentence, "")
        self.panels.remove(panel)
        self.tabs.removeTab(self.tabs.indexOf(panel))
        panel.deleteLater()
        if not self.panels:
            self.accept()
            return
        self.note.show_note(sentence)
        self._settle()
        self.panels[0].keep.setFocus()

    def _load(self) -> None:
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._session.calls.call(
            lambda: hub.decisions.waiting(actor, number), self.on_loaded, self.on_failed, owner=self
        )

    def _settle(self) -> None:
        # A single tab would only repeat the sentence under it.
        self.tabs.tabBar().setVisible(len(self.panels) > 1)


def _title(view: HoldView, views: list[HoldView]) -> str:
    hold = view.hold
    label = spoken(DATA_TYPES[hold.data_type].label)
    alike = [one for one in views if one.hold.data_type == hold.data_type]
    shown = label if len(alike) == 1 else f"{label} ({hold.endpoint})"
    return f"{shown}: {hold.affected:,}".replace("&", "&&")
