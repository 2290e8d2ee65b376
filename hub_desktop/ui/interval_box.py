"""A list of intervals to choose from or to type over."""

from hub_desktop.core.schedule_words import interval_text
from hub_desktop.ui.intervals import INTERVAL_CHOICES
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.typed_words import in_english


class IntervalBox(ChoiceBox):
    """Shows intervals in the language of the window, and tells them in English as everything below it does."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.addItems([spoken(interval_text(minutes)) for minutes in INTERVAL_CHOICES])
        self.show_interval(text)

    def show_interval(self, text: str) -> None:
        """Show an interval, given as people write it in English."""
        self.setCurrentText(spoken(text))

    def interval(self) -> str:
        """Return what is chosen or typed, in English."""
        return in_english(self.currentText().strip())
