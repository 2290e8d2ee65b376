"""A list of intervals to choose from or to type over."""

from hub_desktop.core.schedule_words import interval_text
from hub_desktop.ui.intervals import INTERVAL_CHOICES
from hub_desktop.ui.style.choice_box import ChoiceBox


def interval_box(text: str) -> ChoiceBox:
    """Return the list with this interval in it, as people write it."""
    combo = ChoiceBox()
    combo.setEditable(True)
    combo.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
    combo.addItems([interval_text(minutes) for minutes in INTERVAL_CHOICES])
    combo.setCurrentText(text)
    return combo
