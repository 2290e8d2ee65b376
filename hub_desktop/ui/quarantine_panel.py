"""Refused records by cause: why, how many, what came, and what can be done about them."""

import json
import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPlainTextEdit, QSplitter, QTableView, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, RunFinished, RunStarted
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Counts, Run
from hub_desktop.hub.quarantine import RefusedGroupView, WhichRefused
from hub_desktop.hub.records import QuarantineView
from hub_desktop.ui.question import Question
from hub_desktop.ui.row_model import Index, RowModel
from hub_desktop.ui.run_words import endpoint_label
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, plain_tip, primary_button, set_usable
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when

_GROUP_LETTERS = (10, 60, 22, 16, 16)
_RECORD_LETTERS = (18, 60)
_MOST_SHOWN = 500


class GroupModel(RowModel[RefusedGroupView]):
    """Causes for which records were refused, the most frequent first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (
            self.tr("Records"),
            self.tr("Why they were refused"),
            self.tr("Source"),
            self.tr("Endpoint"),
            self.tr("Last seen"),
        )
        self._texts: tuple[Callable[[RefusedGroupView], str], ...] = (
            lambda row: f"{len(row.row_ids):,}",
            lambda row: " ".join(map(spoken, row.causes)),
            lambda row: row.source,
            lambda row: endpoint_label(row.endpoint),
            lambda row: when(row.last_seen),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == len(self._texts) - 1:
                return exact(row.last_seen)
            return plain_tip("\n".join(map(spoken, row.causes)))
        return None


class QuarantineModel(RowModel[QuarantineView]):
    """Refused records, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (self.tr("Last seen"), self.tr("Why it was refused"), self.tr("Record"))
        self._texts: tuple[Callable[[QuarantineView], str], ...] = (
            lambda row: when(row.record.last_seen),
            lambda row: shown(" ".join(map(spoken, row.record.reasons))),
            lambda row: shown(row.record.raw[:_MOST_SHOWN]),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return exact(row.record.last_seen)
        return None


class QuarantinePanel(QSplitter):
    """A table of causes, over the records of the chosen one, over the chosen record as it came.

    Signals:
        changed(): records left quarantine, or have other reasons now.
        mapping_asked(int, str): the field mapping of this integration's endpoint is to be opened.
        told(str, str, str): kind, sentence and detail of something to say above the page.
        failed(HubError): the hub refused, or something went wrong.
    """

    changed = Signal()
    mapping_asked = Signal(int, str)
    told = Signal(str, str, str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._session = session
        self._chosen: RefusedGroupView | None = None
        self._loaded: RefusedGroupView | None = None
        self._busy = False
        self._syncing: set[int] = set()
        """The integrations that are being synced, as far as it was told."""
        self._discarding: tuple[int, ...] = ()
        self.question: Question | None = None
        """The question that is open now, or was last."""
        self._make_controls()
        self._lay_out()
        self.groups.selectionModel().currentRowChanged.connect(self.on_group_chosen)
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)
        self.replay_button.clicked.connect(self.on_replay_asked)
        self.discard_button.clicked.connect(self.on_discard_asked)
        self.mapping_button.clicked.connect(self.on_mapping_asked)
        self.copy_button.clicked.connect(self.on_copy_asked)
        self._settle()

    def show_groups(self, rows: Sequence[RefusedGroupView]) -> None:
        """Show these groups, keeping the choice where it is still there."""
        before = None if self._chosen is None else _name_of(self._chosen)
        self.group_model.show_rows(rows)
        names = [_name_of(row) for row in rows]
        self._chosen = None
        if rows:
            self.groups.selectRow(names.index(before) if before in names else 0)
        self._settle()
        self._load()

    def on_event(self, event: Event) -> None:
        """Notice which integrations are being synced, for their records cannot be checked meanwhile."""
        match event:
            case RunStarted(run):
                self._syncing.add(run.integration_id)
            case RunFinished(run):
                self._syncing.discard(run.integration_id)
            case _:
                return
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the records when somebody looks: reading them leaves a row in the audit."""
        super().showEvent(event)
        self._load()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def on_group_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show the records of the chosen cause."""
        self._chosen = self.group_model.row_at(current)
        self._settle()
        self._load()

    @Slot(list)
    def on_rows_read(self, rows: list[QuarantineView]) -> None:
        """Show the records of a cause, unless another one was chosen meanwhile."""
        chosen = self._chosen
        if chosen is None or not {row.record.row_id for row in rows} <= set(chosen.row_ids):
            return
        self.model.show_rows(rows)
        self._below.hide()
        self._settle()

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show the chosen record with its reasons."""
        row = self.model.row_at(current)
        self._below.setVisible(row is not None)
        if row is not None:
            reasons = [shown(spoken(reason)) for reason in row.record.reasons]
            self.raw.setPlainText("\n".join((*reasons, "", readable(row.record.raw))))

    @Slot()
    def on_copy_asked(self) -> None:
        """Put the chosen record and its reasons on the clipboard."""
        QGuiApplication.clipboard().setText(self.raw.toPlainText())

    @Slot()
    def on_mapping_asked(self) -> None:
        """Ask for the field mapping behind the chosen cause."""
        if self._chosen is not None:
            self.mapping_asked.emit(self._chosen.integration_id, self._chosen.endpoint)

    @Slot()
    def on_replay_asked(self) -> None:
        """Check the records of the chosen cause again."""
        if self._chosen is None or self._busy:
            return
        which, cancel = WhichRefused(row_ids=self._chosen.row_ids), threading.Event()
        hub, actor = self._session.hub, self._session.actor
        self._set_busy(True)
        self._session.calls.call(
            lambda: hub.quarantine.replay(actor, which, cancel=cancel),
            self.on_replayed,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(list)
    def on_replayed(self, runs: list[Run]) -> None:
        """Say how the records came through."""
        self._set_busy(False)
        total = sum((run.total for run in runs), Counts())
        stored, still = total.read - total.quarantined, total.quarantined
        if not runs:
            sentence = self.tr("These records cannot be checked again, because their system was deleted.")
        elif still:
            sentence = self.tr("{stored} stored, {still} still refused.").format(
                stored=count(stored, "record"), still=f"{still:,}"
            )
        else:
            sentence = self.tr("{stored} stored.").format(stored=count(stored, "record"))
        self.told.emit("info", sentence, "")
        self.changed.emit()

    @Slot()
    def on_discard_asked(self) -> None:
        """Ask whether the records of the chosen cause may be lost."""
        chosen = self._chosen
        if chosen is None or self._busy:
            return
        records = count(len(chosen.row_ids), "record")
        self.question = Question(
            self.tr("Discard refused records"),
            [
                self.tr("Discard {records} of “{source}”?").format(records=records, source=chosen.source),
                self.tr(
                    "They are kept nowhere else here. A sync may bring them again, as long as their system has them. "
                    "This cannot be undone."
                ),
            ],
            danger_button(self.tr("Discard {records}").format(records=records)),
            self.tr("Cancel"),
            default_yes=False,
            parent=self.window(),
        )
        self._discarding = chosen.row_ids
        self.question.accepted.connect(self.on_discard_confirmed)
        self.question.open()

    @Slot()
    def on_discard_confirmed(self) -> None:
        """Discard what was asked about, and nothing that came in since."""
        which = WhichRefused(row_ids=self._discarding)
        hub, actor = self._session.hub, self._session.actor
        self._set_busy(True)
        self._session.calls.call(
            lambda: hub.quarantine.discard(actor, which), self.on_discarded, self.on_failed, owner=self
        )

    @Slot(int)
    def on_discarded(self, number: int) -> None:
        """Say how many are gone."""
        self._set_busy(False)
        self.told.emit("info", self.tr("{records} discarded.").format(records=count(number, "refused record")), "")
        self.changed.emit()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, and show what is there now."""
        self._set_busy(False)
        self.failed.emit(error)
        self.changed.emit()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _load(self) -> None:
        chosen = self._chosen
        if chosen is None or not self.isVisible() or chosen == self._loaded:
            return
        self._loaded = chosen
        hub, actor = self._session.hub, self._session.actor
        which = WhichRefused(row_ids=chosen.row_ids[:_MOST_SHOWN])
        self.model.show_rows([])
        self._below.hide()
        self._reading.drop()
        self.waiting.forget()
        self._reading.ask(lambda: hub.quarantine.find(actor, which), self.on_rows_read)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._settle()

    def _settle(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self.model.show_rows([])
            self._loaded = None
            self._below.hide()
        number = count(0 if chosen is None else len(chosen.row_ids), "record")
        self.replay_button.setText(
            self.tr("Checking…") if self._busy else self.tr("&Replay {records}").format(records=number)
        )
        self.discard_button.setText(self.tr("&Discard {records}…").format(records=number))
        refusal = self._session.refusal
        nothing = self.tr("Choose a cause first.") if chosen is None else ""
        waits = self.tr("Wait until the records are checked.") if self._busy else ""
        syncing = self._syncing_words() if chosen is not None and chosen.integration_id in self._syncing else ""
        set_usable(self.replay_button, refusal(UseCase.REPLAY_QUARANTINE) or waits or nothing or syncing)
        set_usable(self.discard_button, refusal(UseCase.DISCARD_QUARANTINE) or waits or nothing)
        set_usable(self.mapping_button, refusal(UseCase.EDIT_INTEGRATION) or nothing)
        cut = chosen is not None and len(chosen.row_ids) > _MOST_SHOWN
        newest = self.tr("The newest {number} are shown.").format(number=f"{_MOST_SHOWN:,}") if cut else ""
        self.hint.setText(syncing or newest)

    def _syncing_words(self) -> str:
        return self.tr("It is being synced now. What passes leaves this list by itself.")

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.group_model = GroupModel(self)
        self.groups = QTableView()
        self.groups.setAccessibleName(self.tr("Causes of refusal"))
        self.groups.setModel(self.group_model)
        self.model = QuarantineModel(self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Refused records"))
        self.table.setModel(self.model)
        self.waiting = Waiting(self._session, Shape.TABLE, self.table)
        self._reading = Reading(self._session, self.waiting)
        self.raw = QPlainTextEdit()
        self.raw.setAccessibleName(self.tr("The refused record as it came"))
        self.raw.setReadOnly(True)
        self.replay_button = primary_button("")
        self.discard_button = danger_button("")
        self.mapping_button = plain_button(self.tr("Open the &mapping"))
        self.copy_button = plain_button(self.tr("&Copy for IT"))
        self.hint = PlainLabel("", role="muted", wrap=True)

    def _lay_out(self) -> None:
        for table, letters in ((self.groups, _GROUP_LETTERS), (self.table, _RECORD_LETTERS)):
            prepare_table(table, letters)
            table.verticalHeader().hide()
        self.groups.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setStretchLastSection(True)
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        for button in (self.replay_button, self.mapping_button, self.discard_button):
            line.addWidget(button)
        line.addWidget(self.hint, 1)
        self._records = QWidget()
        records = QVBoxLayout(self._records)
        records.setContentsMargins(0, SPACE_S, 0, 0)
        records.addLayout(line)
        records.addWidget(self.waiting, 1)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, SPACE_S, 0, 0)
        below.addWidget(self.raw)
        below.addWidget(self.copy_button, alignment=Qt.AlignmentFlag.AlignLeft)
        for part in (self.groups, self._records, self._below):
            self.addWidget(part)
        for place in range(3):
            self.setStretchFactor(place, 1)
        self.setChildrenCollapsible(False)
        self._below.hide()


def readable(raw: str) -> str:
    """Return a record's JSON with a line for each field, or the text as it is where it was cut off."""
    try:
        return shown(json.dumps(json.loads(raw), ensure_ascii=False, indent=2))
    except (ValueError, RecursionError):
        return raw


def shown(text: str) -> str:
    """Return text with what no screen can show, such as half a character, written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _name_of(group: RefusedGroupView) -> tuple[int, str, tuple[str, ...]]:
    return group.integration_id, group.endpoint, group.causes
