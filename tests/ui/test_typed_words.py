"""Times, weekdays and intervals, typed in the words that the window shows."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hub_desktop.ui.interval_box import IntervalBox
from hub_desktop.ui.intervals import INTERVAL_CHOICES, parse_interval
from hub_desktop.ui.language import Translations
from hub_desktop.ui.schedule_values import parse_quiet_hours, parse_times, quiet_line
from hub_desktop.ui.typed_words import in_english
from hub_desktop.ui.weekday_words import parse_weekdays


@pytest.fixture
def in_hindi(styled: QApplication) -> Iterator[Translations]:
    translations = Translations()
    assert translations.take_on("hi")
    yield translations
    translations.stop()


@pytest.mark.usefixtures("in_hindi")
def test_an_interval_is_offered_and_read_in_hindi(qtbot: QtBot) -> None:
    box = IntervalBox("24 hours")
    qtbot.addWidget(box)
    assert box.currentText() == "24 घंटे"
    read = []
    for place in range(box.count()):
        assert not box.itemText(place).isascii()
        box.setCurrentIndex(place)
        read.append(parse_interval(box.interval()))
    assert tuple(read) == INTERVAL_CHOICES
    box.setCurrentText("1 घंटा 30 मिनट")
    assert parse_interval(box.interval()) == 90
    box.setCurrentText("45 minutes")
    assert box.interval() == "45 minutes"


@pytest.mark.usefixtures("in_hindi")
def test_quiet_hours_and_days_are_read_as_they_are_shown() -> None:
    hours = [
        {"from": "22:00", "to": "06:00"},
        {"from": "13:00", "to": "00:00", "days": ["saturday"]},
        {"from": "01:00", "to": "02:00", "days": ["monday", "tuesday", "wednesday"]},
    ]
    line = quiet_line(hours)
    assert line == "22:00 से 06:00; शनिवार 13:00 से 00:00; सोमवार से बुधवार 01:00 से 02:00"
    assert parse_quiet_hours(line) == hours
    assert parse_quiet_hours("Saturday 13:00 to 00:00") == hours[1:2]
    assert parse_times("07:30 और 13:00") == ["07:30", "13:00"]
    assert parse_weekdays("शनिवार और रविवार") == ["saturday", "sunday"]
    assert parse_weekdays("हर दिन") == []


def test_english_is_read_as_it_is_typed() -> None:
    assert in_english("Monday to Friday, 24 hours") == "Monday to Friday, 24 hours"
    assert in_english("हर दिन") == "हर दिन"
