"""Taking a run back: what it would take back in numbers, and what was taken back."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError
from hub_desktop.hub.decisions import UndoView
from hub_desktop.store.undo import Undoable, Undone
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed, spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TEXT_WIDTH
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button
from hub_desktop.ui.tab_order import ReadingOrderDialog
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.words import counted, key_words, when

_MOST_NAMED = 1_000
_TABLE_ROWS = 6


class UndoDialog(ReadingOrderDialog):
    """Asks once, takes the run back, and says what was done.

    Signals:
        undone(int): the run of this number was taken back.
    """

    undone = Signal(int)

    def __init__(self, session: Session, view: UndoView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        run = view.run
        total = sum(part.total for part in view.parts)
        self.setWindowTitle(self.tr("Undo run {number}").format(number=run.run_id))
        asked = self.tr("Undo the sync of {name} ({time})?")
        self.heading = PlainLabel(asked.format(name=run.integration, time=when(run.started_at)), "subtitle", wrap=True)
        self.what = PlainLabel("\n".join(part_words(part) for part in view.parts), wrap=True)
        self.after = PlainLabel(
            self.tr(
                "Every record becomes again what it was before this run. This cannot itself be taken back: the next "
                "sync brings the same again, as long as {name} still says so."
            ).format(name=run.integration),
            "muted",
            wrap=True,
        )
        self.stays = PlainLabel(self._stays_words(), wrap=True)
        self.later = TextTable(
            self.tr("Records that stay as later syncs left them"),
            [self.tr("Kind"), self.tr("Name"), self.tr("Key")],
            (16, 28),
        )
        self.message = ProblemLabel()
        self.keep_button = plain_button(self.tr("&Keep this run"))
        self.undo_button = danger_button(self.tr("&Undo {records}").format(records=count(total, "record")))
        self.keep_button.clicked.connect(self.reject)
        self.undo_button.clicked.connect(self.on_undo_clicked)
        self._lay_out()
        self.keep_button.setDefault(True)
        self.keep_button.setFocus()

    @Slot()
    def on_undo_clicked(self) -> None:
        """Take the run back."""
        hub, actor, number = self._session.hub, self._session.actor, self._view.run.run_id
        self.undo_button.setEnabled(False)
        self.keep_button.setEnabled(False)
        self.message.show_note(self.tr("Taking the run back…"))
        self._session.calls.call(lambda: hub.decisions.undo(actor, number), self.on_undone, self.on_failed, owner=self)

    @Slot(object)
    def on_undone(self, parts: list[Undone]) -> None:
        """Say what was done; nothing more can be done with this run."""
        run = self._view.run
        self.setWindowTitle(self.tr("Run {number} was taken back").format(number=run.run_id))
        self.heading.setText(self.tr("The sync of {name} was taken back").format(name=run.integration))
        done = self.tr("{kind}: {out} taken out, {back} put back as before.")
        self.what.setText(
            "\n".join(
                done.format(
                    kind=spoken(DATA_TYPES[part.data_type].label), out=f"{part.taken_out:,}", back=f"{part.put_back:,}"
                )
                for part in parts
            )
        )
        self.after.setText(
            self.tr("The next sync brings the same again, as long as {name} still says so.").format(
                name=run.integration
            )
        )
        self.message.show_note("")
        self.undo_button.hide()
        self.keep_button.setText(self.tr("Close"))
        self.keep_button.setAccessibleName(self.tr("Close"))
        self.keep_button.setEnabled(True)
        self.keep_button.setFocus()
        self._show_later(parts)
        self.undone.emit(run.run_id)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the run was not taken back; it can be tried again."""
        self.message.show_problem(error.sentence)
        self.undo_button.setEnabled(True)
        self.keep_button.setEnabled(True)

    def _show_later(self, parts: list[Undone]) -> None:
        names = {part.data_type: part.names for part in self._view.parts}
        rows = [
            (spoken(DATA_TYPES[part.data_type].label), names.get(part.data_type, {}).get(key, ""), key_words(key))
            for part in parts
            for key in part.later
        ]
        self.later.setVisible(bool(rows))
        self.later.show_rows(rows[:_MOST_NAMED])
        self.stays.show_or_hide(_stay_sentence([(part.data_type, len(part.later)) for part in parts]))

    def _stays_words(self) -> str:
        return _stay_sentence([(part.data_type, len(part.later)) for part in self._view.parts])

    def _lay_out(self) -> None:
        self.later.setMinimumHeight(self.later.verticalHeader().defaultSectionSize() * _TABLE_ROWS)
        self.stays.setVisible(bool(self.stays.text()))
        rows = [
            (spoken(DATA_TYPES[part.data_type].label), part.names.get(key, ""), key_words(key))
            for part in self._view.parts
            for key in part.later
        ]
        self.later.show_rows(rows[:_MOST_NAMED])
        self.later.setVisible(bool(rows))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addStretch(1)
        buttons.addWidget(self.undo_button)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        for part in (self.heading, self.what, self.stays, self.later, self.after, self.message):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(TEXT_WIDTH, column.totalHeightForWidth(TEXT_WIDTH))


def part_words(part: Undoable) -> str:
    """Return what taking a run back would do to the records of one data type."""
    kind = spoken(DATA_TYPES[part.data_type].label)
    return f"{kind}: {_counts_words(part.added, part.changed, part.removed)}."


def total_words(view: UndoView) -> str:
    """Return what a run did that can be taken back, in one line."""
    added = sum(part.added for part in view.parts)
    changed = sum(part.changed for part in view.parts)
    removed = sum(part.removed for part in view.parts)
    return _counts_words(added, changed, removed)


def _counts_words(added: int, changed: int, removed: int) -> str:
    words = _tr("{added} added, {changed} changed, {removed} removed")
    return words.format(added=f"{added:,}", changed=f"{changed:,}", removed=f"{removed:,}")


def _stay_sentence(numbers: list[tuple[str, int]]) -> str:
    some = [counted(kind, number) for kind, number in numbers if number]
    if not some:
        return ""
    total = sum(number for _, number in numbers)
    if total == 1:
        return _tr("{records} was changed by later syncs and stays as it is:").format(records=listed(some))
    return _tr("{records} were changed by later syncs and stay as they are:").format(records=listed(some))


def _tr(text: str) -> str:
    return QCoreApplication.translate("undo_dialog", text)
