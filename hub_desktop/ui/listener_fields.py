"""Controls that the panels of the listener and of its devices share: who can reach it, a port, a file, what it says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.listener_settings import EVERYWHERE, LOOPBACK
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.listener_settings import ALL_COLLEGES
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import clear, plain_button

_HIGHEST_PORT = 65_535


def why_not(session: Session) -> str:
    """Return why this person may not change the listener, or the empty string."""
    refusal = session.refusal(UseCase.CHANGE_SETTINGS)
    return refusal or (ALL_COLLEGES if session.actor.college_ids is not None else "")


class ReachBox(ChoiceBox):
    """Who can reach a port: this computer, one of its networks, or all of them."""

    def __init__(self, first: str = "", parent: QWidget | None = None) -> None:
        """`first` are words for the choice of no address at all; empty: there is none."""
        super().__init__(parent)
        self._first = first
        self._everywhere = EVERYWHERE[0]

    def show_host(self, host: str, addresses: Sequence[str]) -> None:
        """Offer the addresses of this computer and show the one chosen."""
        self._everywhere = host if host in EVERYWHERE else EVERYWHERE[0]
        choices = {"": self._first} if self._first else {}
        choices[LOOPBACK] = self.tr("Only this computer")
        # An address that is gone is shown, so that it can be mended.
        others = [host] if host and host not in {LOOPBACK, *EVERYWHERE, *addresses} else []
        for address in (*addresses, *others):
            choices[address] = self.tr("The network of {address}").format(address=address)
        choices[self._everywhere] = self.tr("All networks of this computer")
        self.blockSignals(True)
        self.clear()
        for value, words in choices.items():
            self.addItem(words, value)
        self.setCurrentIndex(max(self.findData(host), 0))
        self.blockSignals(False)

    def host(self) -> str:
        """Return the address chosen."""
        return str(self.currentData() or "")


class FileEdit(QWidget):
    """The path of a file, typed or chosen.

    Signals:
        edited(): a person typed or chose another one.
    """

    edited = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """`name` is said to those who cannot see it; `title` stands above the choice of the file."""
        super().__init__(parent)
        self._title = title
        self.path = QLineEdit()
        self.path.setAccessibleName(name)
        self.choose_button = plain_button(self.tr("Choose…"))
        self.choose_button.setAccessibleName(title)
        self.setFocusProxy(self.path)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.path, 1)
        layout.addWidget(self.choose_button)
        self.path.textEdited.connect(self.edited)
        self.choose_button.clicked.connect(self.on_choice_asked)

    def show_path(self, path: str) -> None:
        """Show a path from its beginning."""
        self.path.setText(path)
        self.path.setCursorPosition(0)

    def written(self) -> str:
        """Return the path as typed."""
        return self.path.text().strip()

    @Slot()
    def on_choice_asked(self) -> None:
        """Ask for the file."""
        dialog = QFileDialog(self, self._title, self.written())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.on_chosen)
        dialog.open()

    @Slot(str)
    def on_chosen(self, path: str) -> None:
        """Show the chosen file."""
        self.show_path(path)
        self.edited.emit()


class Warnings(QWidget):
    """Sentences that a person should know, each with its shape; no room is taken while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[str, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE_XS)
        self.hide()

    def sentences(self) -> tuple[str, ...]:
        """Return what stands there."""
        return self._said

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these in the place of those before."""
        if tuple(sentences) == self._said:
            return
        self._said = tuple(sentences)
        clear(self._lines)
        for sentence in sentences:
            line = ProblemLabel()
            self._lines.addWidget(line)
            line.show_warning(sentence)
        self.setVisible(bool(sentences))


def read_port(text: str, *, needed: bool) -> int | None:
    """Return the port typed, None for an empty one that is not `needed`; raise ValueError with a sentence."""
    typed = text.strip()
    if not typed and not needed:
        return None
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 5 and 1 <= int(typed) <= _HIGHEST_PORT):
        raise ValueError(f"Type the number of a port, from 1 to {_HIGHEST_PORT}.")
    return int(typed)
