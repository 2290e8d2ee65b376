"""One report on the screen: its plot or the same numbers as a table, and the ways to take it along."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.errors import HubError
from hub_desktop.core.report_tables import NO_DEPARTMENT
from hub_desktop.core.reports import TITLES, Counting, Kind, Report, ReportName, ReportQuery, said
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import from_text
from hub_desktop.hub.report_formats import pasted
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.skeleton import Shape, Skeleton
from hub_desktop.ui.style.tokens import LIGHT, PLOT_HEIGHT, SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import Card, PlainLabel, plain_button, plain_tip, quiet_button, set_usable
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.words import exact, heading_of, when

if TYPE_CHECKING:
    from types import ModuleType

_APART_MS = 25
"""Between the drawing of two cards: all of them in one turn would be a stall."""
_PNG, _CSV = "png", "csv"
_WORD_LETTERS, _NUMBER_LETTERS = 26, 14


class ReportCard(Card):
    """Shows one report.

    Signals:
        remedy_asked(): a person wants what helps an empty report: other filters, or a system that brings data.
    """

    remedy_asked = Signal()

    def __init__(self, session: Session, name: ReportName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.name = name
        self.report: Report | None = None
        self._query = ReportQuery()
        self._missing = ""
        self._plots: ModuleType | None = None
        self._form = _CSV
        self._plot_height = PLOT_HEIGHT
        self._make_controls()
        self._lay_out()
        self._connect()
        self.setAccessibleName(spoken(TITLES[name]))
        self._settle()

    def take_plots(self, plots: "ModuleType") -> None:
        """Draw by this module from now on; until it is loaded, the table stands for the plot."""
        self._plots = plots
        self._redraw.start()

    def show_report(self, report: Report, query: ReportQuery) -> None:
        """Show the numbers of a report, and remember what they were asked for."""
        self.report, self._query, self._missing = report, query, ""
        self.skeleton.hide()
        self.said.show_note("")
        self._fill_table()
        self._settle()
        self._redraw.start()

    def show_waiting(self, sentence: str, *, counting: bool = False) -> None:
        """Say in the place of a report that is not there why it is not; blocks stand for one that is on its way."""
        self.skeleton.setVisible(counting and (self.report is None or bool(self._missing)))
        if self._missing:
            self._missing = sentence
            self._settle()
        elif self.report is None:
            self.words.setText(sentence)

    def hold_against(self, query: ReportQuery, sentence: str) -> None:
        """Show the numbers only where they are those of this query, and else this sentence in their place."""
        old = self.report is not None and self._counted_for(self._query) != self._counted_for(query)
        self._missing = sentence if old else ""
        self._settle()

    def show_counting(self, counting: Counting) -> None:
        """Say how far counting has come."""
        self.show_waiting(
            self.tr("Counting… {done} of {total}").format(
                done=f"{counting.done:,}", total=count(counting.total, "day")
            ),
            counting=True,
        )

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plots is not None:
            self._redraw.start()

    # -- slots -------------------------------------------------------------------------------------------------------

    @Slot()
    def on_redraw(self) -> None:
        """Draw the plot."""
        while (old := self.place.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._plots is not None and self.report is not None and self.report.rows:
            view = self._plots.PlotView(self.report, current())
            self.place.addWidget(view)
            self.place.addStretch(1)
            self._plot_height = view.wanted_height()
        self._settle()

    @Slot(bool)
    def on_table_asked(self, table: bool) -> None:
        """Show the table in place of the plot, or the plot again."""
        self.table_button.setText(self.tr("Show as plot") if table else self.tr("Show as table"))
        self.table_button.setAccessibleName(f"{self.table_button.text()}: {spoken(TITLES[self.name])}")
        self._settle()
        if table and self.table_button.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def on_picture_asked(self) -> None:
        """Ask where to save the plot."""
        self._ask_file(_PNG, self.tr("Pictures (*.png)"))

    @Slot()
    def on_csv_asked(self) -> None:
        """Ask where to save the table."""
        self._ask_file(_CSV, self.tr("CSV (*.csv)"))

    @Slot(str)
    def on_file_chosen(self, file: str) -> None:
        """Write there."""
        report, query = self.report, self._query
        if report is None:
            return
        reports, actor, path = self._session.hub.reports, self._session.actor, Path(file)
        if self._form == _CSV:
            self._session.calls.call(
                lambda: reports.save_csv(actor, report, query, path),
                self.on_written,
                self.on_failed,
                owner=self,
            )
            return
        image = self._picture(report)
        self._session.calls.call(
            lambda: reports.save_picture(actor, report, query, _png(image), path),
            self.on_written,
            self.on_failed,
            owner=self,
        )

    @Slot(object)
    def on_written(self, file: Path) -> None:
        """Say where it is."""
        self.said.show_note(self.tr("Saved to {file}.").format(file=file))

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing was saved."""
        self.said.show_problem(error.sentence)

    @Slot()
    def on_copy_asked(self) -> None:
        """Put the table and the plot into the clipboard: whatever they are pasted into takes what it can."""
        if self.report is None:
            return
        copied = QMimeData()
        copied.setText(pasted(self.report))
        if self._plots is not None:
            copied.setImageData(self._picture(self.report))
        QGuiApplication.clipboard().setMimeData(copied)
        self.said.show_note(self.tr("Copied as a table and as a picture."))

    def _counted_for(self, query: ReportQuery) -> ReportQuery:
        """Return the part of a query that makes a difference to this report."""
        return query if self.name is ReportName.MARKS else replace(query, subject=None, exam=None)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _ask_file(self, form: str, kind: str) -> None:
        self._form = form
        dialog = QFileDialog(self, spoken(TITLES[self.name]), "", kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(in_documents(f"{self.name}.{form}"))
        dialog.fileSelected.connect(self.on_file_chosen)
        dialog.open()

    def _picture(self, report: Report) -> QImage:
        if self._plots is None:
            raise RuntimeError("the plots are not loaded")
        lines = [f"{spoken(report.unit)} · {self._as_of(report)}", spoken(report.summary), *map(spoken, report.told())]
        # On paper and in documents it stands on white, whatever the window looks like.
        picture: QImage = self._plots.picture(report, [line for line in lines if line], LIGHT)
        return picture

    def _fill_table(self) -> None:
        report, table = self.report, self.table
        if report is None:
            return
        table.clear()
        table.setColumnCount(len(report.columns))
        table.setRowCount(len(report.rows))
        letter = table.fontMetrics().averageCharWidth()
        for place, column in enumerate(report.columns):
            flush = Qt.AlignmentFlag.AlignLeft if column.kind in _WORDS else Qt.AlignmentFlag.AlignRight
            heading = QTableWidgetItem(heading_of(column))
            heading.setTextAlignment(flush | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(place, heading)
            heading.setToolTip(plain_tip(heading.text()))
            wide = letter * (_WORD_LETTERS if column.kind is Kind.TEXT else _NUMBER_LETTERS)
            wanted = table.horizontalHeader().sectionSizeHint(place)
            table.setColumnWidth(place, max(wide, min(wanted, letter * _WORD_LETTERS)))
            for row, cells in enumerate(report.rows):
                words = said(column.kind, cells[place], _moment)
                # Of the words in a table only these are ours; all others are names.
                item = QTableWidgetItem(spoken(words) if column.name in _OWN_WORDS or words == NO_DEPARTMENT else words)
                item.setTextAlignment(flush | Qt.AlignmentFlag.AlignVCenter)
                if column.kind is Kind.TEXT:
                    item.setToolTip(plain_tip(item.text()))
                table.setItem(row, place, item)
        if table.rowCount():
            table.setCurrentCell(0, 0)

    def _settle(self) -> None:
        report = self.report
        rows = report is not None and bool(report.rows) and not self._missing
        as_table = self.table_button.isChecked() or self._plots is None
        self.stack.setCurrentWidget((self.table if as_table else self.drawn) if rows else self.empty)
        height = PLOT_HEIGHT if as_table else self._plot_height
        self.stack.setFixedHeight(height if rows else PLOT_HEIGHT // 2)
        nothing = "" if rows else self._missing or self.tr("There are no numbers yet.")
        for button in (self.table_button, self.save_button, self.copy_button):
            set_usable(button, nothing)
        if rows:
            set_usable(self.save_button, self._session.refusal(UseCase.EXPORT_REPORTS))
            set_usable(self.copy_button, self._session.refusal(UseCase.EXPORT_REPORTS))
        self.summary.show_or_hide(spoken(report.summary) if report is not None and rows else "")
        self.notes.show_or_hide(" ".join(map(spoken, report.told())) if report is not None and rows else "")
        self.remedy.setVisible(report is not None and not rows and not self._missing)
        if self._missing:
            self.words.setText(self._missing)
            self.unit.setText("")
        if report is None or self._missing:
            return
        self.unit.setText(f"{spoken(report.unit)} · {self._as_of(report)}")
        self.unit.setToolTip(exact(report.as_of))
        if not rows:
            self.words.setText(spoken(report.empty))
            self.remedy.setText(self.tr("Clear filters") if report.filtered else self.tr("Go to Integrations"))
            self.remedy.setAccessibleName(self.remedy.text())

    def _as_of(self, report: Report) -> str:
        if report.as_of is None:
            return self.tr("as of an unknown time")
        return self.tr("as of {when}").format(when=when(report.as_of))

    def _make_controls(self) -> None:
        title = spoken(TITLES[self.name])
        self.unit = PlainLabel(role="muted", wrap=True)
        self.summary = PlainLabel(wrap=True)
        self.notes = PlainLabel(role="muted", wrap=True)
        self.table_button = quiet_button(self.tr("Show as table"))
        self.table_button.setCheckable(True)
        self.copy_button = quiet_button(self.tr("Copy"))
        self.save_button = quiet_button(self.tr("Save"))
        for button in (self.table_button, self.copy_button, self.save_button):
            button.setAccessibleName(f"{button.text()}: {title}")
        self.save_menu = QMenu(self.save_button)
        self.save_picture = self.save_menu.addAction(self.tr("As a picture (PNG)…"))
        self.save_csv = self.save_menu.addAction(self.tr("As a table (CSV)…"))
        self.save_button.setMenu(self.save_menu)
        self.filters = QHBoxLayout()
        self.filters.setSpacing(SPACE_S)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("{report} as a table").format(report=title))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        prepare_table(self.table)
        self.said = ProblemLabel()
        self.words = PlainLabel(role="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.skeleton = Skeleton(Shape.PLOT)
        self.skeleton.hide()
        self.remedy = plain_button(self.tr("Go to Integrations"))
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(list(ReportName).index(self.name) * _APART_MS)

    def _connect(self) -> None:
        self.table_button.toggled.connect(self.on_table_asked)
        self.copy_button.clicked.connect(self.on_copy_asked)
        self.save_picture.triggered.connect(self.on_picture_asked)
        self.save_csv.triggered.connect(self.on_csv_asked)
        self.remedy.clicked.connect(self.remedy_asked)
        self._redraw.timeout.connect(self.on_redraw)

    def _lay_out(self) -> None:
        self.drawn, self.empty = QWidget(), QWidget()
        self.place = QVBoxLayout(self.drawn)
        self.place.setContentsMargins(0, 0, 0, 0)
        inside = QVBoxLayout(self.empty)
        inside.setSpacing(SPACE_M)
        inside.addWidget(self.skeleton, 3)
        inside.addStretch(1)
        inside.addWidget(self.words)
        inside.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addStretch(1)
        self.stack = QStackedWidget()
        for page in (self.drawn, self.table, self.empty):
            self.stack.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(PlainLabel(spoken(TITLES[self.name]), "subtitle", wrap=True), 1)
        for button in (self.table_button, self.copy_button, self.save_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_XS)
        column.addLayout(head)
        column.addWidget(self.unit)
        column.addLayout(self.filters)
        column.addWidget(self.summary)
        column.addSpacing(SPACE_S)
        column.addWidget(self.stack)
        column.addWidget(self.notes)
        column.addWidget(self.said)


_OWN_WORDS = frozenset({"data", "state"})
_WORDS = frozenset({Kind.TEXT, Kind.DAY, Kind.MOMENT})


def _moment(text: str) -> str:
    return when(from_text(text))


def _png(image: QImage) -> bytes:
    """Return the picture as a PNG; it takes a moment, so not on the GUI thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
