"""The endpoints of an integration: what each brought, what it lacks, and the way to its mapping and settings."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.closeups import Closeup, EndpointView
from hub_desktop.ui.detail_card import DetailCard
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import plain_button, plain_tip, set_usable
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.waiting import Waiting
from hub_desktop.ui.words import exact, when

_COLUMN_LETTERS = (13, 19, 13, 6, 7, 9, 9, 8)
_TIME, _NEEDS = 2, 8


class IntegrationEndpoints(QWidget):
    """A table of endpoints over the one that is chosen.

    Signals:
        mapping_asked(int, str): the field mapping of this integration's endpoint is to be opened.
        details_asked(int, str): its other settings are to be opened.
        action_asked(int, Action): what to do with the integration of this number.
    """

    mapping_asked = Signal(int, str)
    details_asked = Signal(int, str)
    action_asked = Signal(int, object)

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._endpoints: tuple[EndpointView, ...] = ()
        self._devices = False
        self.table = TextTable(
            self.tr("Endpoints"),
            [
                self.tr("Endpoint"),
                self.tr("Path"),
                self.tr("Data from"),
                self.tr("Read"),
                self.tr("Added"),
                self.tr("Changed"),
                self.tr("Removed"),
                self.tr("Refused"),
                self.tr("What it needs"),
            ],
            _COLUMN_LETTERS,
        )
        self.mapping_button = plain_button(self.tr("Open the &mapping…"))
        self.details_button = plain_button(self.tr("&Settings of this endpoint…"))
        self.refused_button = plain_button(self.tr("See the &refused records"))
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)
        self.table.doubleClicked.connect(self.on_row_opened)
        self.mapping_button.clicked.connect(self.on_mapping_asked)
        self.details_button.clicked.connect(self.on_details_asked)
        self.refused_button.clicked.connect(self.on_refused_asked)
        self._lay_out()

    def show_closeup(self, closeup: Closeup, *, devices: bool) -> None:
        """Show how the endpoints do; the chosen one stays chosen."""
        chosen = self.chosen()
        self._endpoints, self._devices = closeup.endpoints, devices
        shown = [self._cells(one) for one in closeup.endpoints]
        tips = {}
        for row, one in enumerate(closeup.endpoints):
            tips[row, _TIME] = exact(one.last_succeeded)
            tips[row, _NEEDS] = "\n".join(self._needs(one))
        self.table.show_rows(shown, tips)
        names = [one.name for one in closeup.endpoints]
        place = names.index(chosen.name) if chosen is not None and chosen.name in names else 0
        if names:
            self.table.selectRow(place)
        self._settle()

    def chosen(self) -> EndpointView | None:
        """Return the chosen endpoint."""
        row = self.table.currentIndex().row()
        return self._endpoints[row] if 0 <= row < len(self._endpoints) else None

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, _current: QModelIndex, _before: QModelIndex) -> None:
        """Show the chosen endpoint whole."""
        self._settle()

    @Slot(QModelIndex)
    def on_row_opened(self, _index: QModelIndex) -> None:
        """Open the mapping of the endpoint, as its button does."""
        self.mapping_button.click()

    @Slot()
    def on_mapping_asked(self) -> None:
        """Ask for the field mapping."""
        one = self.chosen()
        if one is not None:
            self.mapping_asked.emit(self._integration_id, one.name)

    @Slot()
    def on_details_asked(self) -> None:
        """Ask for the other settings."""
        one = self.chosen()
        if one is not None:
            self.details_asked.emit(self._integration_id, one.name)

    @Slot()
    def on_refused_asked(self) -> None:
        """Ask for the refused records of the integration."""
        self.action_asked.emit(self._integration_id, Action.SHOW_REFUSED)

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _cells(self, one: EndpointView) -> tuple[str, ...]:
        counts = one.counts
        numbers = ("", "", "", "", "")
        if counts is not None:
            numbers = (
                f"{counts.read:,}",
                f"{counts.added:,}",
                f"{counts.changed:,}",
                f"{counts.removed:,}",
                f"{counts.quarantined:,}",
            )
        age = when(one.last_succeeded) if one.last_succeeded else self.tr("Nothing yet")
        return (_called(one), one.path, age, *numbers, " ".join(self._needs(one)) or self.tr("Nothing"))

    def _needs(self, one: EndpointView) -> list[str]:
        if not one.enabled:
            return [self.tr("It is not read.")]
        said = []
        if one.unmapped:
            fields = count(len(one.unmapped), "required field")
            said.append(self.tr("{fields} unmapped: {names}.").format(fields=fields, names=listed(one.unmapped)))
        if one.problem is not None:
            said.append(spoken(one.problem.sentence))
        if one.waiting:
            waits = self.tr("{records} in quarantine.")
            said.append(waits.format(records=count(one.waiting, "record")))
        return said

    def _settle(self) -> None:
        one = self.chosen()
        self.detail.setVisible(one is not None)
        if one is None:
            return
        self.detail.heading.setText(_called(one))
        lines = [self.tr("Synced {schedule}.").format(schedule=spoken(one.schedule))] if not self._devices else []
        if one.unmapped is None:
            lines.append(self.tr("Which required fields it lacks is known after its next sync."))
        elif not one.unmapped and one.data_type != "custom" and not self._devices:
            lines.append(self.tr("Every required field has a source."))
        lines += self._needs(one)
        self.detail.said.setText("\n".join(lines))
        self.detail.said.setToolTip(plain_tip(one.problem.detail if one.problem else ""))
        refusal = self._session.refusal(UseCase.EDIT_INTEGRATION)
        set_usable(self.mapping_button, refusal or self._nothing_to_map(one))
        set_usable(self.details_button, refusal or self._not_read(one))
        unread = self._session.refusal(UseCase.VIEW_QUARANTINE)
        set_usable(self.refused_button, unread or ("" if one.waiting else self.tr("None of its records was refused.")))

    def _nothing_to_map(self, one: EndpointView) -> str:
        if self._devices:
            return self.tr("Punches need no mapping; the settings of the endpoint say what becomes of them.")
        if one.data_type == "custom":
            return self.tr("Custom records are kept whole, so there is nothing to map.")
        return self._not_read(one)

    def _not_read(self, one: EndpointView) -> str:
        return "" if one.enabled else self.tr("It is not read. Tick it in the settings of the integration first.")

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.mapping_button, self.details_button, self.refused_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.detail = DetailCard(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, SPACE_XL, SPACE_L)
        self.waiting = Waiting(self._session, Shape.TABLE, self.detail.under(self.table))
        layout.addWidget(self.waiting)


def _called(one: EndpointView) -> str:
    label = spoken(DATA_TYPES[one.data_type].label)
    return label if one.name == one.data_type else f"{one.name} ({label})"
