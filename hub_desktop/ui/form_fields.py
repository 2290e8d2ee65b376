"""Parts that every form is put together from: a control under its label, what is wrong under the control."""

from collections.abc import Mapping
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import SPACE_XS
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel

Kind = Literal["error", "warning", "muted"]

_SHAPES: dict[Kind, str] = {"error": "octagon-x", "warning": "warning", "muted": "info"}


class ProblemPlace(Protocol):
    """Where a sentence about something typed can stand."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; the empty string takes it away."""


class _TintedLabel(PlainLabel):
    """Wrapped text in the colour of an error, or muted; it keeps it through changes of palette and style sheet."""

    def __init__(self) -> None:
        super().__init__(wrap=True)
        self._kind: Kind = "muted"

    def show_kind(self, kind: Kind) -> None:
        """Show the text in this colour."""
        self._kind = kind
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another palette, also where a style sheet has just taken them away."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._tint()

    def _tint(self) -> None:
        colour = QColor(getattr(current(), self._kind))
        shown = self.palette()
        if shown.color(QPalette.ColorRole.WindowText) != colour:
            shown.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(shown)


class ProblemLabel(QWidget):
    """One sentence about a field, with a shape before it; unseen while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel()
        self._text = _TintedLabel()
        # Where the label has more room than it needs, words and icon stay side by side.
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_XS)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """Return the sentence that stands there, in the language of the window."""
        return self._text.text()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; the empty string takes it away."""
        self._show("error", sentence)

    def show_warning(self, sentence: str) -> None:
        """Show what a person should look at; the empty string takes it away."""
        self._show("warning", sentence)

    def show_note(self, sentence: str) -> None:
        """Show what is worth knowing; the empty string takes it away."""
        self._show("muted", sentence)

    def _show(self, kind: Kind, sentence: str) -> None:
        self._text.setText(spoken(sentence))
        self._text.show_kind(kind)
        self._icon.show_icon(_SHAPES[kind], kind)
        self.setVisible(bool(sentence))


class Field(QWidget):
    """A control under its label, with room beneath for a note and for what is wrong."""

    def __init__(
        self, label: str, control: QWidget, *, note: str = "", labelled: bool = True, parent: QWidget | None = None
    ) -> None:
        """`labelled` is false for a control that shows its label itself."""
        super().__init__(parent)
        self.control = control
        self._note = note
        self._noted = note
        self._label = QLabel(label if labelled else "")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        if labelled:
            self._label.setBuddy(control)
        else:
            self._label.hide()
        self._problem = ProblemLabel()
        control.setAccessibleName(label.replace("&", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_XS)
        layout.addWidget(self._label)
        layout.addWidget(control)
        layout.addWidget(self._problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._problem.show_note(note)

    def problem(self) -> str:
        """Return the sentence under the control."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong under the control; the empty string brings the note back."""
        if sentence:
            self._problem.show_problem(sentence)
        else:
            self._problem.show_note(self._noted)

    def show_note(self, sentence: str) -> None:
        """Show a note under the control in place of the usual one, which the empty string brings back."""
        self._noted = sentence or self._note
        self._problem.show_note(self._noted)


class FieldProblems:
    """What is wrong with a form: each problem under the field that it is about, any other in one place."""

    def __init__(self, fields: Mapping[str, Field], elsewhere: ProblemPlace) -> None:
        """`fields` stand under the names by which the hub speaks of them."""
        self._fields = fields
        self._elsewhere = elsewhere

    def clear(self) -> None:
        """Take back all that was said."""
        for field in self._fields.values():
            field.show_problem("")
        self._elsewhere.show_problem("")

    def show(self, name: str, sentence: str) -> None:
        """Show a problem, and put the keyboard where it is mended."""
        field = self._fields.get(name)
        if field is None:
            self._elsewhere.show_problem(sentence)
            return
        field.show_problem(sentence)
        field.control.setFocus()

    def show_error(self, error: HubError) -> None:
        """Show what the hub refused."""
        self.show(error.field if isinstance(error, ConfigurationError) else "", error.sentence)


class SecretEdit(QLineEdit):
    """A line for a secret: masked, never filled with what is kept, only saying that something is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def show_kept(self, kept: bool) -> None:
        """Say whether a secret is kept already."""
        self.setPlaceholderText(self.tr("Kept safely on this computer; type to replace") if kept else "")
