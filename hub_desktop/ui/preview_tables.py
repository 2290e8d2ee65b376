"""What a sync would do to the records of one endpoint: added, changed field by field, removed, refused."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.datatypes import DataType
from hub_desktop.core.naming import name_of
from hub_desktop.core.runs import Counts
from hub_desktop.store.previewing import EXAMPLES, Examples, FieldChange
from hub_desktop.ui.setting_values import written_json
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.words import filled_fields, key_words, value_word

_NAME_LETTERS, _KEY_LETTERS, _FIELD_LETTERS, _VALUE_LETTERS, _REASON_LETTERS = 24, 20, 18, 22, 46


class PreviewTables(QWidget):
    """Four tables behind tabs that tell their numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, key = self.tr("Name"), self.tr("Key")
        self.added = TextTable(
            self.tr("Would be added"),
            [name, key, self.tr("What is in it")],
            (_NAME_LETTERS, _KEY_LETTERS),
            nothing=self.tr("No record would be added."),
        )
        self.changed = TextTable(
            self.tr("Would be changed"),
            [name, key, self.tr("Field"), self.tr("Before"), self.tr("After")],
            (_NAME_LETTERS, _KEY_LETTERS, _FIELD_LETTERS, _VALUE_LETTERS),
            nothing=self.tr("No record would be changed."),
        )
        self.removed = TextTable(
            self.tr("Would be removed"),
            [name, key],
            (_NAME_LETTERS,),
            nothing=self.tr("No record would be removed."),
        )
        self.refused = TextTable(
            self.tr("Would be refused"),
            [self.tr("Why"), self.tr("The record as it came")],
            (_REASON_LETTERS,),
            nothing=self.tr("No record would be refused."),
        )
        self.tables = (self.added, self.changed, self.removed, self.refused)
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(self.tr("What would happen"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for table in self.tables:
            self.tabs.addTab("")
            self.stack.addWidget(table)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.first = PlainLabel(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.first)

    def show_examples(self, data_type: DataType, counts: Counts, examples: Examples) -> None:
        """Show what would happen; `counts` are those of all records, of which these are the first."""
        keys = len(data_type.key_fields)
        named = examples.names
        self.added.show_rows(
            [(name_of(data_type, one), key_words(one[:keys]), filled_fields(data_type, one)) for one in examples.added]
        )
        self.changed.show_rows(
            [
                (named.get(change.key, ""), key_words(change.key), *self._change(data_type, one))
                for change in examples.changed
                for one in change.fields
            ]
        )
        self.removed.show_rows([(named.get(key, ""), key_words(key)) for key in examples.removed])
        self.refused.show_rows([(" ".join(one.reasons), _raw(one.raw)) for one in examples.refused])
        lengths = (len(examples.added), len(examples.changed), len(examples.removed), len(examples.refused))
        counted = [counts.added, counts.changed, counts.removed, counts.quarantined]
        first = None
        if examples.hold is not None:
            # What is held was counted out again.
            first = self.tables.index(self.changed if examples.hold.cause is HoldCause.CHANGES else self.removed)
            counted[first] = max(counted[first], 0 if first == 1 else examples.hold.affected)
        numbers = [max(number, length) for number, length in zip(counted, lengths, strict=True)]
        titles = (self.tr("Added"), self.tr("Changed"), self.tr("Removed"), self.tr("Refused"))
        for place, (title, number) in enumerate(zip(titles, numbers, strict=True)):
            self.tabs.setTabText(place, f"{title} ({number:,})")
        if first is None:
            first = next((place for place, number in enumerate(numbers) if number), 0)
        self.tabs.setCurrentIndex(first)
        more = max(numbers) > EXAMPLES or EXAMPLES in lengths
        self.first.show_or_hide(
            self.tr("The first {number} of each are shown.").format(number=f"{EXAMPLES:,}") if more else ""
        )

    def _change(self, data_type: DataType, one: FieldChange) -> tuple[str, str, str]:
        label = spoken(data_type.field_named(one.field).label)
        if one.before is None and one.after is None:
            hidden = self.tr("hidden for your account")
            return label, hidden, hidden
        return label, value_word(one.before), value_word(one.after)


def _raw(raw: object) -> str:
    if raw is None:
        return ""
    return " ".join((raw if isinstance(raw, str) else written_json(raw)).split())
