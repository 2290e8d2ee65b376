"""Folders that do not answer."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub_desktop.store.answering import NotAnsweringError, PatientLooks

PLACE = Path("/mnt/share")


@pytest.fixture
def hangs() -> Iterator[threading.Event]:
    """What a folder waits for that hangs; set when the test is over."""
    event = threading.Event()
    yield event
    event.set()


def test_an_answer_comes_back_and_so_does_an_error():
    looks = PatientLooks()
    assert looks.ask(PLACE, lambda: 7) == 7
    with pytest.raises(PermissionError):
        looks.ask(PLACE, lambda: Path.read_text(_refused()))
    assert looks.ask(PLACE, lambda: 8) == 8


def test_one_that_hangs_is_left_alone_until_it_comes_back(hangs):
    looks, asked = PatientLooks(0.05), []
    with pytest.raises(NotAnsweringError, match="does not answer"):
        looks.ask(PLACE, lambda: hangs.wait(30))
    with pytest.raises(NotAnsweringError):
        looks.ask(PLACE, lambda: asked.append(1))
    assert asked == []
    assert PatientLooks(30).ask(PLACE.parent, lambda: 9) == 9
    hangs.set()
    patient = PatientLooks(30)
    patient._going = looks._going
    assert patient.ask(PLACE, lambda: 10) == 10


def test_two_who_ask_the_same_folder_both_get_their_answer(hangs):
    looks, got = PatientLooks(30), []
    first = threading.Thread(target=lambda: got.append(looks.ask(PLACE, lambda: hangs.wait(30))))
    first.start()
    second = threading.Thread(target=lambda: got.append(looks.ask(PLACE, lambda: "second")))
    second.start()
    hangs.set()
    first.join(30)
    second.join(30)
    assert sorted(map(str, got)) == ["True", "second"]


def _refused() -> Path:
    raise PermissionError("no")
