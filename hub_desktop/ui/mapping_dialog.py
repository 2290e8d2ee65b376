"""The mapping editor: where each of our fields comes from, what happens on the way, and what becomes of real rows."""

import threading
from collections.abc import Mapping
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.mapping_preview import ROWS, Preview, preview
from hub_desktop.core.suggestions import Suggestion, paths_in, suggest
from hub_desktop.hub.samples import Sample
from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.mapping_draft import Changed, Edit, FieldDraft, History, MappingDraft, Steps
from hub_desktop.ui.mapping_preview_table import PreviewTable
from hub_desktop.ui.mapping_table import SOURCE, MappingTable
from hub_desktop.ui.sampling import Sampler
from hub_desktop.ui.shortcuts import Shortcut, listen
from hub_desktop.ui.spoken import count, listed, spoken
from hub_desktop.ui.step_editor import StepEditor
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, WINDOW_MINIMUM
from hub_desktop.ui.style.widgets import Button, PlainLabel, plain_button, set_usable
from hub_desktop.ui.waiting import Waiting

_PAUSE_MS = 200


class _Outlook(Struct, frozen=True):
    """What a draft makes of the sample, as it was worked out away from the window."""

    number: int
    preview: Preview
    suggestions: list[Suggestion]


class MappingDialog(QDialog):
    """Says explicitly where a field comes from; a field left empty is found by its usual names.

    Signals:
        mapped(tuple): the mappings as the JSON writes them, when a person accepts.
    """

    mapped = Signal(object)

    def __init__(
        self,
        data_type: DataType,
        mappings: tuple[Mapping[str, Any], ...],
        parent: QWidget | None = None,
        *,
        endpoint: str = "",
        sampler: Sampler | None = None,
    ) -> None:
        super().__init__(parent)
        self._data_type = data_type
        self._endpoint = endpoint
        self._sampler = sampler
        self._history = History(MappingDraft.read(data_type, mappings))
        self._records: tuple[Mapping[str, Any], ...] = ()
        self._preview = Preview((), (), ())
        self._suggestions: dict[int, Suggestion] = {}
        self._cancel: threading.Event | None = None
        self._number = 0
        self.setWindowTitle(self.tr("Field mapping of {kind}").format(kind=spoken(data_type.label)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_controls()
        self._lay_out()
        self._connect()
        self.table.setCurrentCell(0, SOURCE)
        self._show_draft()
        self._work_out()

    # -- what stands there -----------------------------------------------------------------------------------------

    def mappings(self) -> tuple[Mapping[str, Any], ...]:
        """Return the mappings as the JSON writes them."""
        return self._history.draft.written()

    def accept(self) -> None:
        """Hand over the mappings, unless something is wrong with them; what is merely doubtful may be kept."""
        wrong = self._history.draft.problems()
        if wrong:
            place, sentence = next(iter(wrong.items()))
            self.table.setCurrentCell(place, SOURCE)
            self.problem.show_problem(sentence)
            return
        self.mapped.emit(self.mappings())
        super().accept()

    def done(self, result: int) -> None:
        """Stop fetching, however the dialog is closed."""
        if self._cancel is not None:
            self._cancel.set()
        super().done(result)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_field_chosen(self) -> None:
        """Show the transformations of the chosen field, and its column of the real rows."""
        self._show_field()
        self.rows.reveal(self._row())

    @Slot(int, str)
    def on_source_typed(self, place: int, text: str) -> None:
        """Take over another upstream field."""
        one = self._history.draft.fields[place]
        self._change(place, FieldDraft(text, one.steps))

    @Slot(object)
    def on_steps_changed(self, steps: Steps) -> None:
        """Take over other transformations of the chosen field."""
        place = self._row()
        source = self._history.draft.fields[place].source
        self._change(place, FieldDraft(source or (self._found(place) if steps else ""), steps))

    @Slot()
    def on_undo_asked(self) -> None:
        """Take the last change back, and show where it was."""
        edit = self._history.undoes
        self._history.undo()
        self._after_step(edit)

    @Slot()
    def on_redo_asked(self) -> None:
        """Make the change again that was taken back, and show where it is."""
        edit = self._history.redoes
        self._history.redo()
        self._after_step(edit)

    @Slot()
    def on_suggestion_accepted(self) -> None:
        """Take over what is suggested for the chosen field."""
        place = self._row()
        if place in self._suggestions:
            self._change(place, _accepted(self._suggestions.pop(place)))

    @Slot()
    def on_all_accepted(self) -> None:
        """Take over every suggestion, in one step that can be taken back."""
        draft = self._history.draft
        for place, one in self._suggestions.items():
            draft = draft.with_field(place, _accepted(one))
        self._suggestions = {}
        if self._history.put(draft):
            self._after_change()

    @Slot()
    def on_sample_asked(self) -> None:
        """Fetch real rows, or stop fetching them."""
        if self._cancel is not None:
            self._cancel.set()
            return
        if self._sampler is None:
            return
        self._cancel = threading.Event()
        self.waiting.begin()
        self.sample_button.setText(self.tr("&Stop"))
        self.state.show_note(self.tr("Fetching real rows…"))
        self._sampler.ask(self._endpoint, self._cancel, self.on_sampled, self.on_sample_failed, self)

    @Slot()
    def on_stop_asked(self) -> None:
        """Fetch no further."""
        if self._cancel is not None:
            self._cancel.set()

    @Slot(object)
    def on_sampled(self, sample: Sample) -> None:
        """Show what becomes of the rows that came."""
        self._end_sampling()
        self.waiting.came()
        self._records = sample.records
        self.table.complete_with(paths_in(sample.records))
        self.state.show_note(" ".join(sample.notes))
        if not sample.records:
            self.state.show_note(self.tr("The endpoint answered, but without any record to show."))
        self._work_out()

    @Slot(object)
    def on_sample_failed(self, error: HubError) -> None:
        """Say why there are no rows."""
        self._end_sampling()
        if error.kind is ErrorKind.CANCELLED:
            self.waiting.rest()
            self.state.show_note(self.tr("Fetching was stopped."))
        else:
            self.state.show_note("")
            self.waiting.failed(error)

    @Slot()
    def on_cell_chosen(self) -> None:
        """Say in words what is the matter with a cell of the real rows."""
        index = self.rows.currentIndex()
        said = str(self.rows.rows.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)) if index.isValid() else ""
        self.cell_note.show_note(said)

    @Slot(object)
    def on_worked_out(self, outlook: _Outlook) -> None:
        """Show what the draft makes of the rows, unless it was changed meanwhile."""
        if outlook.number != self._number:
            return
        self._preview = outlook.preview
        places = {name: place for place, name in enumerate(self._data_type.field_names)}
        self._suggestions = {places[one.target]: one for one in outlook.suggestions}
        self.rows.show_preview(outlook.preview)
        self.rows.reveal(self._row())
        self.cell_note.show_note("")
        self._show_known()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _change(self, place: int, one: FieldDraft) -> None:
        if self._history.put(self._history.draft.with_field(place, one)):
            self._after_change()

    def _found(self, place: int) -> str:
        """Return where a field was found by its name, so that nobody types what the program knows already."""
        sources = self._preview.sources
        return sources[place].path if place < len(sources) else ""

    def _after_step(self, edit: Edit | None) -> None:
        if edit is None:
            return
        if edit.changed is not Changed.SEVERAL:
            self.table.setCurrentCell(edit.places[0], SOURCE)
        self._after_change()

    def _after_change(self) -> None:
        self.problem.show_problem("")
        self._show_draft()
        self._pause.start()

    def _show_draft(self) -> None:
        self.table.show_draft(self._history.draft)
        self._show_field()
        self._show_known()

    def _show_field(self) -> None:
        place = self._row()
        self.editor.show_steps(spoken(self._data_type.fields[place].label), self._history.draft.fields[place].steps)
        self._settle()

    def _show_known(self) -> None:
        problems = self._history.draft.problems()
        self.table.show_known(self._preview.sources, self._suggestions, problems, seen=bool(self._records))
        missing = [spoken(field.label) for field in self._preview.missing]
        if problems:
            self.counter.show_problem(next(iter(problems.values())))
        elif missing:
            said = (
                self.tr("{fields} still unmapped: {names}.")
                if self._records
                else self.tr("{fields} not chosen yet: {names}. Show real rows to see what is found by its name.")
            )
            fields = count(len(missing), "required field")
            self.counter.show_problem(said.format(fields=fields, names=listed(missing)))
        else:
            self.counter.show_note(self._verdict())
        self._settle()

    def _verdict(self) -> str:
        rows, refused, left_out = len(self._preview.rows), self._preview.refused, self._preview.left_out
        if not rows:
            return self.tr("Every required field has a source.")
        if not refused and not left_out:
            return self.tr("Every required field has a source, and all {rows} rows are good.").format(rows=rows)
        said = []
        if refused:
            said.append(self.tr("{refused} of {rows} rows would be refused").format(refused=refused, rows=rows))
        if left_out:
            said.append(self.tr("{values} would be left out").format(values=count(left_out, "value")))
        return self.tr("Every required field has a source; {said}.").format(said=listed(said))

    def _settle(self) -> None:
        self._show_step(self.undo_button, self.tr("&Undo"), self._history.undoes, self.tr("There is nothing to undo."))
        self._show_step(self.redo_button, self.tr("Re&do"), self._history.redoes, self.tr("There is nothing to redo."))
        one = self._suggestions.get(self._row())
        set_usable(self.accept_button, "" if one is not None else self.tr("Nothing is suggested for this field."))
        set_usable(self.all_button, "" if self._suggestions else self.tr("Nothing is suggested for any field."))
        scored = self.tr("{reason} ({score} of 100)")
        self.reason.show_note(scored.format(reason=one.reason, score=one.score) if one is not None else "")

    def _show_step(self, button: Button, verb: str, edit: Edit | None, none: str) -> None:
        """Let a button say what it would change."""
        words = verb if edit is None else self.tr("{verb}: {what}").format(verb=verb, what=self._edit_words(edit))
        button.setText(words)
        button.setAccessibleName(words.replace("&", ""))
        set_usable(button, none if edit is None else "")

    def _edit_words(self, edit: Edit) -> str:
        label = spoken(self._data_type.fields[edit.places[0]].label)
        match edit.changed:
            case Changed.SOURCE:
                return self.tr("upstream field of {field}").format(field=label)
            case Changed.STEPS:
                return self.tr("transformations of {field}").format(field=label)
            case Changed.BOTH:
                return label
            case Changed.SEVERAL:
                return count(len(edit.places), "field")

    def _work_out(self) -> None:
        self._number += 1
        draft, records = self._history.draft, self._records
        work = partial(_outlook, self._number, self._data_type, draft.mappings(), records)
        if self._sampler is not None and records:
            # Patterns over many rows may take a while.
            self._sampler.work(work, self.on_worked_out, self)
        else:
            self.on_worked_out(work())

    def _end_sampling(self) -> None:
        self._cancel = None
        self.sample_button.setText(self.tr("&Show real rows"))

    def _row(self) -> int:
        return max(self.table.currentRow(), 0)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.table = MappingTable(self._data_type)
        self.editor = StepEditor()
        self.rows = PreviewTable(self._data_type)
        session = self._sampler.session if self._sampler is not None else None
        self.waiting = Waiting(session, Shape.TABLE, self.rows)
        self.counter, self.state, self.reason = ProblemLabel(), ProblemLabel(), ProblemLabel()
        self.cell_note, self.problem = ProblemLabel(), ProblemLabel()
        self.undo_button, self.redo_button = plain_button(self.tr("&Undo")), plain_button(self.tr("Re&do"))
        self.sample_button = plain_button(self.tr("&Show real rows"))
        refusal = self._sampler.refusal() if self._sampler else self.tr("Real rows can be shown from the form.")
        self.sample_button.setEnabled(not refusal)
        self.state.show_note(refusal)
        self.accept_button = plain_button(self.tr("Accept su&ggestion"))
        self.all_button = plain_button(self.tr("Accept all suggestions"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        for key, slot in (
            (Shortcut.UNDO, self.on_undo_asked),
            (Shortcut.REDO, self.on_redo_asked),
        ):
            listen(key, self, slot)

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(self.on_field_chosen)
        self.table.source_typed.connect(self.on_source_typed)
        self.editor.changed.connect(self.on_steps_changed)
        self.undo_button.clicked.connect(self.on_undo_asked)
        self.redo_button.clicked.connect(self.on_redo_asked)
        self.accept_button.clicked.connect(self.on_suggestion_accepted)
        self.all_button.clicked.connect(self.on_all_accepted)
        self.sample_button.clicked.connect(self.on_sample_asked)
        self.waiting.stop_asked.connect(self.on_stop_asked)
        self.waiting.again_asked.connect(self.on_sample_asked)
        self.rows.selectionModel().currentChanged.connect(self.on_cell_chosen)
        self._pause.timeout.connect(self._work_out)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(SPACE_S)
        above.addWidget(self.counter, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.undo_button, self.redo_button):
            above.addWidget(button)
        suggesting = QHBoxLayout()
        suggesting.setSpacing(SPACE_S)
        suggesting.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        suggesting.addStretch()
        suggesting.addWidget(self.accept_button)
        suggesting.addWidget(self.all_button)
        left = _column(self.table, suggesting)
        steps = QScrollArea()
        steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steps.setFrameShape(QFrame.Shape.NoFrame)
        steps.setWidgetResizable(True)
        steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steps.setWidget(self.editor)
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(left)
        upper.addWidget(steps)
        upper.setStretchFactor(0, 3)
        upper.setStretchFactor(1, 2)
        fetching = QHBoxLayout()
        fetching.setSpacing(SPACE_S)
        title = self.tr("Real rows after the mapping (the first {rows})").format(rows=ROWS)
        fetching.addWidget(PlainLabel(title, role="strong"))
        fetching.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        fetching.addWidget(self.sample_button)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(upper)
        parts.addWidget(_column(fetching, self.waiting, self.cell_note))
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        for splitter in (upper, parts):
            splitter.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Use this &mapping"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addLayout(above)
        layout.addWidget(parts, 1)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        width, height = WINDOW_MINIMUM
        self.resize(within_screen(self, QSize(width, height + 4 * SPACE_XL)))


def _outlook(
    number: int, data_type: DataType, mappings: list[FieldMapping], records: tuple[Mapping[str, Any], ...]
) -> _Outlook:
    return _Outlook(number, preview(data_type, mappings, records), suggest(data_type, records, mappings))


def _accepted(one: Suggestion) -> FieldDraft:
    return FieldDraft(one.source, one.transformations)


def _column(*parts: QWidget | QHBoxLayout) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE_S)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return column
