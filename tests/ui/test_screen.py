"""What a desktop lacks is named with its remedy, before Qt is loaded."""

import ctypes
import sys

import pytest

from hub_desktop.ui import screen

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The libraries that cannot be loaded; a test adds to it."""
    missing: set[str] = set()

    def load(name: str) -> object:
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")
        return object()

    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setattr(screen, "has_fonts", lambda: True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return missing


def test_nothing_is_said_where_nothing_lacks(lacking: set[str]) -> None:
    assert screen.missing_for_window() == []


def test_missing_libraries_are_named_with_the_command_that_installs_them(lacking: set[str]) -> None:
    lacking |= {"libEGL.so.1", "libfontconfig.so.1"}
    (sentence,) = screen.missing_for_window()
    assert sentence.endswith("sudo apt install libegl1 libfontconfig1")


def test_libraries_of_x11_are_asked_for_only_on_x11(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lacking |= {"libxcb-cursor.so.0", "libxcb-icccm.so.4"}
    assert screen.missing_for_window() == []
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    (sentence,) = screen.missing_for_window()
    assert sentence.endswith("sudo apt install libxcb-cursor0 libxcb-icccm4")


def test_a_computer_without_fonts_is_told_which_to_install(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "has_fonts", lambda: False)
    (sentence,) = screen.missing_for_window()
    assert sentence.endswith("sudo apt install fonts-dejavu-core")


def test_without_a_screen_both_ways_out_are_named(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    (sentence,) = screen.missing_for_window()
    assert "hub-desktop serve" in sentence
    assert "QT_QPA_PLATFORM=offscreen" in sentence
