"""What a sync would do to the records of one endpoint: added, changed field by field, removed, refused."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.naming import name_of
from hub_desktop.core.runs import Counts
from hub_desktop.store.previewing import EXAMPLES, Examples, FieldChange
from hub_desktop.ui.setting_values import written_json
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.words import key_words, value_word

_NAME_LETTERS, _KEY_LETTERS, _FIELD_LETTERS, _VALUE_LETTERS, _REASON_LETTERS = 24, 20, 18, 22, 46


class PreviewTables(QWidget):
    """Four tables behind tabs that tell their numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, key = self.tr("Name"), self.tr("Key")
        self.added = TextTable(
            self.tr("Would be added"), [name, key, self.tr("What is in it")], (_NAME_LETTERS, _KEY_LETTERS)
        )
        self.changed = TextTable(
            self.tr("Would be changed"),
            [name, key, self.tr("Field"), self.tr("Before"), self.tr("After")],
            (_NAME_LETTERS, _KEY_LETTERS, _FIELD_LETTERS, _VALUE_LETTERS),
        )
        self.removed = TextTable(self.tr("Would be removed"), [name, key], (_NAME_LETTERS,))
        self.refused = TextTable(
            self.tr("Would be refused"), [self.tr("Why"), self.tr("The record as it came")], (_REASON_LETTERS,)
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
            [(name_of(data_type, one), key_words(one[:keys]), _content(data_type, one)) for one in examples.added]
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
        held = examples.hold.affected if examples.hold is not None else 0
        numbers = (
            max(counts.added, len(examples.added)),
            max(counts.changed, len(examples.changed)),
            max(counts.removed, len(examples.removed), held if examples.removed else 0),
            max(counts.quarantined, len(examples.refused)),
        )
        titles = (self.tr("Added"), self.tr("Changed"), self.tr("Removed"), self.tr("Refused"))
        for place, (title, number) in enumerate(zip(titles, numbers, strict=True)):
            self.tabs.setTabText(place, f"{title} ({number:,})")
        self.tabs.setCurrentIndex(next((place for place, number in enumerate(numbers) if number), 0))
        more = max(numbers) > EXAMPLES
        self.first.show_or_hide(
            self.tr("The first {number} of each are shown.").format(number=f"{EXAMPLES:,}") if more else ""
        )

    def _change(self, data_type: DataType, one: FieldChange) -> tuple[str, str, str]:
        label = data_type.field_named(one.field).label
        if one.before is None and one.after is None:
            hidden = self.tr("hidden for your account")
            return label, hidden, hidden
        return label, value_word(one.before), value_word(one.after)


def _content(data_type: DataType, values: tuple[object, ...]) -> str:
    start = len(data_type.key_fields)
    pairs = zip(data_type.fields[start:], values[start:], strict=True)
    return "; ".join(f"{field.label}: {value_word(value)}" for field, value in pairs if value not in {None, ""})


def _raw(raw: object) -> str:
    if raw is None:
        return ""
    return " ".join((raw if isinstance(raw, str) else written_json(raw)).split())
