"""Correcting one value by hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import Field as DataField
from hub_desktop.core.datatypes import FieldKind
from hub_desktop.core.errors import HubError
from hub_desktop.core.validation import Value
from hub_desktop.hub.explorer import FieldLineage, Lineage
from hub_desktop.ui.form_fields import Field
from hub_desktop.ui.record_model import shown
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel


class CorrectionDialog(QDialog):
    """Asks for the right value of a field; what the hub refuses stands under it.

    Signals:
        stored(): the correction holds.
    """

    stored = Signal()

    def __init__(
        self, session: Session, lineage: Lineage, field: DataField, now: FieldLineage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._lineage, self._field = session, lineage, field
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Correct {field}").format(field=spoken(field.label)))
        self.setMinimumWidth(DIALOG_WIDTH)
        self.value: QLineEdit | QComboBox
        if field.kind is FieldKind.CHOICE:
            self.value = QComboBox()
            self.value.addItems(["", *field.choices])
            self.value.setCurrentText(shown(now.value))
        else:
            self.value = QLineEdit(shown(now.value))
            self.value.setMaxLength(field.max_length)
            self.value.selectAll()
        note = self.tr("A day as 2026-01-31.") if field.kind is FieldKind.DATE else self.tr("Empty: there is none.")
        self.form_field = Field(spoken(field.label), self.value, note=note)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.do_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.do_button.setText(self.tr("&Correct"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.on_asked)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        said = [(now.source, now.value), *now.others] if now.source and not now.corrected else list(now.others)
        told = ", ".join(f"{source}: {shown(value)}" for source, value in said)
        layout.addWidget(PlainLabel(told or self.tr("No system has a value here."), "muted", wrap=True))
        layout.addWidget(self.form_field)
        layout.addWidget(
            PlainLabel(
                self.tr("This counts before what any system says, over all syncs, until it is taken back."),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.buttons)

    @Slot()
    def on_asked(self) -> None:
        """Let the hub keep the correction."""
        typed = self.value.currentText() if isinstance(self.value, QComboBox) else self.value.text()
        hub, actor, lineage, name = self._session.hub, self._session.actor, self._lineage, self._field.name
        key = [str(part) for part in lineage.key]
        self.form_field.show_problem("")
        self.do_button.setEnabled(False)

        def correct() -> Value:
            return hub.explorer.correct(actor, lineage.data_type.name, key, name, typed, college_id=lineage.college_id)

        self._session.calls.call(correct, self.on_stored, self.on_refused, owner=self)

    @Slot(object)
    def on_stored(self, _value: object) -> None:
        """Close, now that it holds."""
        self.stored.emit()
        self.accept()

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say what the hub refused."""
        self.do_button.setEnabled(True)
        self.form_field.show_problem(error.sentence)
        self.value.setFocus()
