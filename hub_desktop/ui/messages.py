"""The strips above the screens: at most a few, none of them twice."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_error
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import MessageStrip, StripKind

_MOST = 3


class Messages(QWidget):
    """Stacks what the window has to say, the newest on top.

    Signals:
        help_asked(Topic): the help about an error is to be shown.
    """

    help_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)
        self._strips: list[MessageStrip] = []
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What stands there, the newest first."""
        return [strip.sentence for strip in self._strips]

    def tell(
        self, kind: StripKind, sentence: str, detail: str = "", action: str = "", *, topic: Topic | None = None
    ) -> MessageStrip:
        """Show a sentence, in the place of the same one where it stands already; `topic` is the help about it."""
        for strip in [s for s in self._strips if s.sentence == sentence]:
            self._drop(strip)
        strip = MessageStrip(kind, sentence, detail, action)
        strip.closed.connect(self.on_closed)
        if topic is not None:
            helping = HelpButton(topic, sentence)
            helping.help_asked.connect(self.help_asked)
            strip.add_control(helping)
        self._strips.insert(0, strip)
        self._column.insertWidget(0, strip)
        while len(self._strips) > _MOST:
            self._drop(self._strips[-1])
        self.show_or_hide()
        return strip

    @Slot(str)
    def take_back(self, sentence: str) -> None:
        """Remove a sentence that is no longer true."""
        for strip in [s for s in self._strips if s.sentence == sentence]:
            self._drop(strip)
        self.show_or_hide()

    @Slot(object)
    def tell_error(self, error: HubError) -> None:
        """Show an error."""
        self.tell("error", error.sentence, error.detail, topic=topic_of_error(error))

    @Slot(str, str, str)
    def on_told(self, kind: StripKind, sentence: str, detail: str) -> None:
        """Show what a screen has to say."""
        self.tell(kind, sentence, detail, topic=Topic.SUPPORT if kind == "error" else None)

    @Slot()
    def on_closed(self) -> None:
        """Forget the strips that were put away."""
        for strip in [s for s in self._strips if s.isHidden()]:
            self._drop(strip)
        self.show_or_hide()

    def show_or_hide(self) -> None:
        """Stand above the screens while there is something to say; before there is a window, be none of its own."""
        self.setVisible(bool(self._strips) and self.parentWidget() is not None)

    def _drop(self, strip: MessageStrip) -> None:
        self._strips.remove(strip)
        strip.hide()
        self._column.removeWidget(strip)
        strip.deleteLater()
