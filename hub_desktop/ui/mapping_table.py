"""The table of a mapping: upstream field, transformations, our field, and what is known of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.mapping import Source
from hub_desktop.core.mapping_preview import is_needed
from hub_desktop.core.suggestions import Suggestion
from hub_desktop.ui.mapping_draft import MappingDraft, step_label
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.widgets import plain_tip
from hub_desktop.ui.table_manners import prepare_table

SOURCE, STEPS, FIELD, KNOWN = range(4)


class _SourceDelegate(QStyledItemDelegate):
    """An editor that completes the names of upstream fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paths: list[str] = []

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line that completes what is typed."""
        edit = QLineEdit(parent)
        edit.setAccessibleName(self.tr("Upstream field"))
        completer = QCompleter(self.paths, edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        edit.setCompleter(completer)
        return edit


class MappingTable(QTableWidget):
    """Shows a draft; only the names of upstream fields are typed here.

    Signals:
        source_typed(int, str): a person typed another upstream field at the field of this place.
    """

    source_typed = Signal(int, str)

    def __init__(self, data_type: DataType, parent: QWidget | None = None) -> None:
        super().__init__(len(data_type.fields), 4, parent)
        self._data_type = data_type
        self._showing = False
        self._shown: tuple[Sequence[Source], dict[int, Suggestion], dict[int, str], bool] = ((), {}, {}, False)
        self._delegate = _SourceDelegate(self)
        self.setItemDelegateForColumn(SOURCE, self._delegate)
        self.setAccessibleName(self.tr("Fields and where they come from"))
        self.setHorizontalHeaderLabels(
            [self.tr("Upstream field"), self.tr("Transformations"), self.tr("Our field"), self.tr("What is known")]
        )
        self.verticalHeader().hide()
        prepare_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        for column in (SOURCE, STEPS, FIELD, KNOWN):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            for row in range(self.rowCount()):
                item = QTableWidgetItem()
                if column != SOURCE:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)
        self.horizontalHeader().setSectionResizeMode(FIELD, QHeaderView.ResizeMode.ResizeToContents)
        for row, field in enumerate(data_type.fields):
            label = (
                self.tr("{field} (required)").format(field=spoken(field.label))
                if is_needed(field)
                else spoken(field.label)
            )
            self._put(row, FIELD, label, tip=spoken(field.help))
        self.itemChanged.connect(self.on_item_changed)

    def show_draft(self, draft: MappingDraft) -> None:
        """Show what stands at each field."""
        for row, (field, one) in enumerate(zip(self._data_type.fields, draft.fields, strict=True)):
            tip = self.tr("Empty: found under names such as {names}.").format(names=", ".join(field.aliases[:5]))
            self._put(row, SOURCE, one.source, tip=tip)
            self._put(row, STEPS, ", ".join(step_label(step) for step in one.steps))

    def show_known(
        self, sources: Sequence[Source], suggestions: dict[int, Suggestion], problems: dict[int, str], *, seen: bool
    ) -> None:
        """Say at each field what is wrong, where it is found, or what is suggested; `seen`: there are real records."""
        self._shown = (sources, suggestions, problems, seen)
        colours = current()
        for row, field in enumerate(self._data_type.fields):
            source = sources[row] if row < len(sources) else Source(field.name, "", explicit=False)
            if row in problems:
                self._put(row, KNOWN, self.tr("Wrong: {problem}").format(problem=problems[row]), colours.error)
            elif source.explicit:
                self._put(row, KNOWN, self.tr("Chosen"))
            elif source.path:
                self._put(row, KNOWN, self.tr("By its name: {path}").format(path=source.path))
            elif row in suggestions:
                one = suggestions[row]
                said = self.tr("Suggested: {path}").format(path=one.source)
                self._put(row, KNOWN, said, colours.accent, tip=f"{said}. {one.reason}")
            elif is_needed(field):
                said = self.tr("Required, and not found") if seen else self.tr("Required")
                self._put(row, KNOWN, said, colours.warning)
            else:
                self._put(row, KNOWN, self.tr("Not found") if seen else "", colours.muted)

    def complete_with(self, paths: list[str]) -> None:
        """Complete what is typed with these upstream fields."""
        self._delegate.paths = paths

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            sources, suggestions, problems, seen = self._shown
            self.show_known(sources, suggestions, problems, seen=seen)

    @Slot(QTableWidgetItem)
    def on_item_changed(self, item: QTableWidgetItem) -> None:
        """Tell that a person typed another upstream field."""
        if not self._showing and item.column() == SOURCE:
            self.source_typed.emit(item.row(), item.text().strip())

    def _put(self, row: int, column: int, text: str, colour: str = "", *, tip: str = "") -> None:
        item = self.item(row, column)
        if item is None:
            return
        self._showing = True
        item.setText(text)
        item.setToolTip(plain_tip(tip or (text if column in {STEPS, KNOWN} else "")))
        # Without a colour of its own it has that of the palette, whichever that becomes.
        item.setData(Qt.ItemDataRole.ForegroundRole, QColor(colour) if colour else None)
        self._showing = False
