"""Writing the records that are shown to a file: in which format, what to mind about it, and how far it has come."""

import threading
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.hub.exports import Exported, ExportFormat, personal_notice
from hub_desktop.hub.records import RecordSearch
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.record_model import columns_for
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button


class ExportSubject(Struct, frozen=True):
    """What is to be written out, and how it is called."""

    search: RecordSearch
    source_name: str = ""
    """Of the one source it is from, empty for all."""


class ExportDialog(QDialog):
    """Asks for format and file, then writes; a second click of the same button stops it.

    Signals:
        exported(str): this file was written.
    """

    exported = Signal(str)

    def __init__(self, session: Session, subject: ExportSubject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = subject
        self._cancel: threading.Event | None = None
        self._file = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._data_type = DATA_TYPES[subject.search.data_type]
        self.setWindowTitle(self.tr("Export {kind}").format(kind=spoken(self._data_type.label).lower()))
        self._make_controls()
        self._lay_out()
        self.export_button.clicked.connect(self.on_export_clicked)
        self.close_button.clicked.connect(self.reject)
        self.folder_button.clicked.connect(self.on_folder_asked)

    def form(self) -> ExportFormat:
        """Return the format that is chosen."""
        return next(form for form, button in self.forms.items() if button.isChecked())

    def reject(self) -> None:
        """Close, and stop what is being written."""
        if self._cancel is not None:
            self._cancel.set()
        super().reject()

    # -- slots -------------------------------------------------------------------------------------------------------

    @Slot()
    def on_export_clicked(self) -> None:
        """Ask where to write to, or stop."""
        if self._cancel is not None:
            self._cancel.set()
            self.export_button.setEnabled(False)
            return
        form = self.form()
        kinds = {
            ExportFormat.CSV: self.tr("CSV (*.csv)"),
            ExportFormat.XLSX: self.tr("Excel workbooks (*.xlsx)"),
            ExportFormat.JSON: self.tr("JSON (*.json)"),
        }
        dialog = QFileDialog(self, self.windowTitle(), "", kinds[form])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(str(form))
        dialog.selectFile(in_documents(f"{self._data_type.name}.{form}"))
        dialog.fileSelected.connect(self.on_file_chosen)
        dialog.open()

    @Slot(str)
    def on_file_chosen(self, file: str) -> None:
        """Write there."""
        self._file = file
        hub, actor, search, form = self._session.hub, self._session.actor, self._subject.search, self.form()
        cancel = self._cancel = threading.Event()
        self._set_going(True)
        self.said.show_note(self.tr("Writing…"))
        self._session.calls.call_telling(
            lambda tell: hub.exports.to_file(
                actor,
                search,
                Path(file),
                form,
                marked=True,
                cancel=cancel,
                told=lambda taken, total: tell((taken, total)),
            ),
            self.on_progress_told,
            self.on_exported,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(object)
    def on_progress_told(self, progress: tuple[int, int]) -> None:
        """Show how far it has come."""
        taken, total = progress
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(taken)
        self.said.show_note(
            self.tr("{taken} of {total} written").format(taken=f"{taken:,}", total=count(total, "record"))
        )

    @Slot(object)
    def on_exported(self, exported: Exported) -> None:
        """Say what was written, and where."""
        self._cancel = None
        self._set_going(False)
        written = self.tr("{records} written to {file}.").format(
            records=count(exported.records, "record"), file=self._file
        )
        self.said.show_note(" ".join([written, *exported.notes]))
        self.folder_button.show()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.exported.emit(self._file)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing was written."""
        self._cancel = None
        self._set_going(False)
        if error.kind is ErrorKind.CANCELLED:
            self.said.show_note(error.sentence)
        else:
            self.said.show_problem(error.sentence)

    @Slot()
    def on_folder_asked(self) -> None:
        """Show the folder of the file."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._file).parent)))

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _set_going(self, going: bool) -> None:
        for button in self.forms.values():
            button.setEnabled(not going)
        self.progress.setVisible(going)
        self.folder_button.hide()
        self.export_button.setEnabled(True)
        self.export_button.setText(self.tr("&Stop") if going else self.tr("&Export…"))

    def _make_controls(self) -> None:
        self.forms = {
            ExportFormat.CSV: QRadioButton(self.tr("&CSV, for Excel and most other programs")),
            ExportFormat.XLSX: QRadioButton(self.tr("E&xcel workbook")),
            ExportFormat.JSON: QRadioButton(self.tr("&JSON, for programs; every text as it is stored")),
        }
        self._group = QButtonGroup(self)
        for button in self.forms.values():
            self._group.addButton(button)
        self.forms[ExportFormat.CSV].setChecked(True)
        visible = columns_for(self._data_type, self._session.actor.role)
        personal = tuple(field.label for _, field in visible if field.personal)
        hidden = len(self._data_type.fields) - len(visible)
        left_out = self.tr("{columns} with personal data left out for your role.").format(
            columns=count(hidden, "column")
        )
        said = [spoken(personal_notice(personal)), left_out if hidden else ""]
        self.notice = PlainLabel(" ".join(one for one in said if one), wrap=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Records written"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.said = ProblemLabel()
        self.folder_button = plain_button(self.tr("Show the &folder"))
        self.folder_button.hide()
        self.close_button = plain_button(self.tr("Cancel"))
        self.export_button = primary_button(self.tr("&Export…"))
        self.export_button.setDefault(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(self._what(), "subtitle", wrap=True))
        for button in self.forms.values():
            column.addWidget(button)
        column.addWidget(self.notice)
        # Not before it stands in the dialog: what is shown alone opens a window of its own.
        self.notice.setVisible(bool(self.notice.text()))
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        column.addLayout(buttons)
        self.setMinimumWidth(DIALOG_WIDTH)

    def _what(self) -> str:
        search, kind = self._subject.search, spoken(self._data_type.label).lower()
        what = self.tr("All {kind}").format(kind=kind)
        if search.text or search.where:
            conditions = [f"{name} {value}" for name, value in search.where]
            conditions += [f"“{search.text}”"] if search.text else []
            what = self.tr("{kind} with {conditions}").format(
                kind=spoken(self._data_type.label), conditions=", ".join(conditions)
            )
        if self._subject.source_name:
            what = self.tr("{what} from {source}").format(what=what, source=self._subject.source_name)
        return what
