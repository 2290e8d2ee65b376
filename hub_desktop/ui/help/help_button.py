"""The button beside an error that opens the help about it."""

from PySide6.QtCore import Signal, Slot

from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.widgets import Button


class HelpButton(Button):
    """Looks like a link; unseen while there is nothing to help with.

    Signals:
        help_asked(Topic): the help about this is to be shown.
    """

    help_asked = Signal(object)

    def __init__(self, topic: Topic | None = None, about: str = "") -> None:
        super().__init__("", "quiet")
        self.setText(self.tr("What can I do?"))
        self.topic = topic
        self._name(about)
        if topic is None:
            self.hide()
        self.clicked.connect(self.on_clicked)

    def show_topic(self, topic: Topic | None, about: str = "") -> None:
        """Lead to another topic, None: to none; `about` is the sentence it helps with, for those who cannot see it."""
        self.topic = topic
        self._name(about)
        self.setVisible(topic is not None)

    @Slot()
    def on_clicked(self) -> None:
        """Ask for the help."""
        if self.topic is not None:
            self.help_asked.emit(self.topic)

    def _name(self, about: str) -> None:
        self.setAccessibleName(self.tr("What can I do? {sentence}").format(sentence=spoken(about)).strip())
