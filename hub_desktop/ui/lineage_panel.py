"""The lineage of a record: each value with its source, and, for the field that is chosen, every change of it."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.core.validation import Value, Values
from hub_desktop.hub.explorer import ChangeView, FieldLineage, Lineage
from hub_desktop.ui.correction_dialog import CorrectionDialog
from hub_desktop.ui.record_model import shown
from hub_desktop.ui.session import Session
from hub_desktop.ui.shortcuts import Shortcut, listen_in
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, quiet_button, set_usable
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when

_FIELD_LETTERS = (12, 16, 18, 17, 14)
_CHANGE_LETTERS = (17, 24, 14, 5)


class LineagePanel(QWidget):
    """Tells of one record where each value is from; the field that is chosen tells all its changes.

    Signals:
        changed(): a correction was made or taken back.
        closed(): the person put the panel away.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: tuple[str, Values, int] | None = None
        self._field = ""
        self.lineage: Lineage | None = None
        self.waiting = Waiting(session, Shape.TABLE)
        self._reading = Reading(session, self.waiting)
        self.title = PlainLabel("", "subtitle", wrap=True)
        self.note = PlainLabel("", "muted", wrap=True)
        self.fields = TextTable(
            self.tr("Fields of the record, each with its source"),
            (self.tr("Field"), self.tr("Value"), self.tr("From"), self.tr("Since"), self.tr("Replaced")),
            _FIELD_LETTERS,
        )
        self.changes = TextTable(
            self.tr("Changes of the record"),
            (self.tr("When"), self.tr("What"), self.tr("By"), self.tr("Run")),
            _CHANGE_LETTERS,
        )
        self.correct_button = plain_button(self.tr("&Correct…"))
        self.take_back_button = plain_button(self.tr("&Take back"))
        self.close_button = quiet_button(self.tr("Close"))
        self.change_title = PlainLabel("", "strong", wrap=True)
        self._lay_out()
        self._connect()
        self._settle()

    def show_record(self, data_type: str, key: Values, college_id: int) -> None:
        """Fetch and show a record."""
        if self._wanted != (data_type, key, college_id):
            self._field = ""
            self._reading.drop()
            self.waiting.forget()
        self._wanted = (data_type, key, college_id)
        hub, actor = self._session.hub, self._session.actor
        parts = [str(part) for part in key]
        self._reading.ask(
            lambda: hub.explorer.lineage(actor, data_type, parts, college_id), self.on_loaded, self.on_not_loaded
        )

    def reload(self) -> None:
        """Fetch the record that is shown anew."""
        if self._wanted is not None and self.isVisible():
            self.show_record(*self._wanted)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, lineage: Lineage) -> None:
        """Show the record, keeping the field that was chosen."""
        if self._wanted is None or (lineage.data_type.name, lineage.key) != self._wanted[:2]:
            return
        self.lineage = lineage
        named = next((shown(one.value) for one in lineage.fields if one.field == "name" and one.value), "")
        key = " · ".join(shown(part) for part in lineage.key if part not in {None, ""})
        self.title.setText(f"{named} ({key})" if named else key)
        self.note.show_or_hide(self.tr("No system has this record any more.") if lineage.gone else "")
        rows, tips = [], {}
        for number, one in enumerate(lineage.fields):
            rows.append(self._row(one))
            tips[number, 3] = exact(one.since)
            if one.others:
                said = "\n".join(f"{source}: {shown(value)}" for source, value in one.others)
                tips[number, 1] = self.tr("Others say:") + "\n" + said
        self.fields.show_rows(rows, tips, {n for n, one in enumerate(lineage.fields) if one.corrected})
        place = next((n for n, one in enumerate(lineage.fields) if one.field == self._field), None)
        if place is not None:
            self.fields.selectRow(place)
        self._show_changes()
        self._settle()

    @Slot(object)
    def on_not_loaded(self, _error: HubError) -> None:
        """Show nothing of another record, where this one cannot be shown."""
        if not self.waiting.has_content:
            self.lineage = None
            self.title.setText("")
            self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why a correction was not taken back."""
        self.note.show_or_hide(spoken(error.sentence))
        self._settle()

    @Slot(QModelIndex, QModelIndex)
    def on_field_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Tell all changes of the chosen field."""
        if self.lineage is not None and current.isValid():
            self._field = self.lineage.fields[current.row()].field
            self._show_changes()
            self._settle()

    @Slot()
    def on_correct_asked(self) -> None:
        """Ask for the right value of the chosen field."""
        chosen = self._chosen()
        if self.lineage is None or chosen is None:
            return
        field = self.lineage.data_type.field_named(chosen.field)
        dialog = CorrectionDialog(self._session, self.lineage, field, chosen, self)
        dialog.stored.connect(self.on_stored)
        dialog.open()

    @Slot()
    def on_field_entered(self) -> None:
        """Correct the field that was double-clicked, or chosen by Enter, where that can be."""
        if self.correct_button.isEnabled():
            self.on_correct_asked()

    @Slot()
    def on_take_back_asked(self) -> None:
        """Let the systems count again for the chosen field."""
        chosen, lineage = self._chosen(), self.lineage
        if lineage is None or chosen is None:
            return
        hub, actor, key = self._session.hub, self._session.actor, [str(part) for part in lineage.key]
        name, field, college = lineage.data_type.name, chosen.field, lineage.college_id

        def take_back() -> Value:
            return hub.explorer.uncorrect(actor, name, key, field, college)

        self.take_back_button.setEnabled(False)
        self._session.calls.call(take_back, self.on_stored, self.on_failed, owner=self)

    @Slot()
    def on_stored(self, _value: object = None) -> None:
        """Show what holds now, and tell of it."""
        self.reload()
        self.changed.emit()

    # -- how it stands ---------------------------------------------------------------------------------------------

    def _chosen(self) -> FieldLineage | None:
        if self.lineage is None:
            return None
        return next((one for one in self.lineage.fields if one.field == self._field), None)

    def _row(self, one: FieldLineage) -> tuple[str, ...]:
        if self.lineage is None:
            return ()
        label = spoken(self.lineage.data_type.field_named(one.field).label)
        by = self.tr("{who}, by hand").format(who=one.source) if one.corrected else one.source
        run = f" · {self.tr('run')} {one.run_id}" if one.run_id else ""
        mark = " ≠" if one.others and not one.corrected else ""
        return (label, shown(one.value) + mark, by + run, when(one.since) if one.since else "", shown(one.replaced))

    def _show_changes(self) -> None:
        if self.lineage is None:
            return
        kind = self.lineage.data_type
        label = spoken(kind.field_named(self._field).label) if self._field else ""
        # A record that went or came back did so with every field of it.
        about = {"removed", "returned"}
        found = [
            change
            for change in self.lineage.changes
            if not self._field or change.field == self._field or (not change.field and change.operation in about)
        ]
        labels = {field.name: spoken(field.label) for field in kind.fields}
        self.change_title.setText(
            self.tr("Changes of {field}").format(field=label) if label else self.tr("All changes, the newest first")
        )
        said: list[tuple[str, ...]] = [
            (when(c.at), self._said(c, labels), c.by, f"{c.run_id}" if c.run_id else "") for c in found
        ]
        self.changes.show_rows(said, {(n, 0): exact(c.at) for n, c in enumerate(found)})

    def _said(self, change: ChangeView, labels: dict[str, str]) -> str:
        before, after = shown(change.before) or "–", shown(change.after) or "–"
        about = f"{labels[change.field]}: " if change.field and not self._field else ""
        match change.operation:
            case "first":
                return about + after if change.field else self.tr("first came")
            case "removed":
                return self.tr("was not there any more")
            case "returned":
                return about + after if change.field else self.tr("came back")
            case "corrected":
                return self.tr("{about}{before} → {after}, by hand").format(about=about, before=before, after=after)
            case "uncorrected":
                return self.tr("{about}correction {before} taken back").format(about=about, before=before)
        return f"{about}{before} → {after}"

    def _settle(self) -> None:
        chosen, refusal = self._chosen(), self._session.refusal(UseCase.CORRECT_RECORDS)
        if not refusal and (chosen is None or self.lineage is None):
            refusal = self.tr("Choose a field first.")
        elif not refusal and chosen is not None and self.lineage is not None:
            field = self.lineage.data_type.field_named(chosen.field)
            if field.key or self.lineage.data_type.name == "custom":
                refusal = self.tr("This names the record, so it can only be mended in its system.")
            elif self.lineage.gone:
                refusal = self.tr("No system has this record any more.")
        set_usable(self.correct_button, refusal)
        self.take_back_button.setVisible(chosen is not None and chosen.corrected)
        set_usable(self.take_back_button, refusal)

    def _connect(self) -> None:
        self.fields.selectionModel().currentRowChanged.connect(self.on_field_chosen)
        self.correct_button.clicked.connect(self.on_correct_asked)
        # A click alone only shows the changes, also where a click opens things elsewhere on the desktop.
        self.fields.doubleClicked.connect(self.on_field_entered)
        listen_in(Shortcut.CORRECT, self.fields, self.on_field_entered)
        self.take_back_button.clicked.connect(self.on_take_back_asked)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        self.close_button.setAccessibleName(self.tr("Close the lineage"))
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.correct_button)
        buttons.addWidget(self.take_back_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(top)
        column.addWidget(self.waiting, 1)
        inside = QVBoxLayout(self.waiting.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_S)
        inside.addWidget(self.note)
        inside.addWidget(self.fields, 3)
        inside.addLayout(buttons)
        inside.addWidget(self.change_title)
        inside.addWidget(self.changes, 2)
