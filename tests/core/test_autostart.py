"""What each system is told to start at login, read back as the system reads it."""

import plistlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.autostart import (
    LONGEST_WINDOWS_COMMAND,
    desktop_entry,
    exec_line,
    launch_agent,
    started_by_agent,
    started_by_entry,
    windows_command,
)
from hub_desktop.core.errors import ConfigurationError

WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.isprintable), min_size=1
)


def words_by_the_specification(line: str) -> list[str]:
    """Read `Exec` as the Desktop Entry Specification says: string escapes, field codes, quotes."""
    text, position = "", 0
    while position < len(line):
        if line[position] == "\\":
            text += {"\\": "\\", "s": " ", "n": "\n", "t": "\t", "r": "\r"}[line[position + 1]]
            position += 1
        elif line[position] == "%":
            assert line[position + 1] == "%", "a field code"
            text += "%"
            position += 1
        else:
            text += line[position]
        position += 1
    words: list[str] = []
    position = 0
    while position < len(text):
        assert text[position] == '"'
        position += 1
        word = ""
        while text[position] != '"':
            if text[position] == "\\":
                position += 1
                assert text[position] in '"`$\\'
            else:
                assert text[position] not in "`$"
            word += text[position]
            position += 1
        words.append(word)
        position += 1
        assert text[position : position + 1] in {"", " "}
        position += 1
    return words


@given(WORDS)
def test_a_desktop_reads_the_very_words_from_its_entry(command: list[str]) -> None:
    found = started_by_entry(desktop_entry(command))
    assert found == exec_line(command)
    assert words_by_the_specification(found) == command


@given(WORDS)
def test_a_launch_agent_holds_the_very_words(command: list[str]) -> None:
    assert started_by_agent(launch_agent(command)) == command


@pytest.mark.parametrize("word", ["a\nHidden=true", "a\tb", "\x1b[1m", "a\x7f"])
def test_a_word_that_fits_no_line_is_refused(word: str) -> None:
    with pytest.raises(ConfigurationError, match="Rename that folder"):
        desktop_entry(["/bin/hub", word])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[Desktop Entry]\nName=Hub\n",
        "[Desktop Entry]\nExec=hub\nHidden=true\n",
        "[Desktop Entry]\nExec=hub\nX-GNOME-Autostart-enabled=false\n",
        "[Desktop Action New]\nExec=hub\n",
    ],
)
def test_an_entry_that_is_switched_off_starts_nothing(text: str) -> None:
    assert started_by_entry(text) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no list",
        b"<?xml version='1.0'?><plist><dict><key>",
        b"bplist00\xff\xff\xff",
        plistlib.dumps([]),
        plistlib.dumps({"ProgramArguments": ["hub"]}),
        plistlib.dumps({"RunAtLoad": True, "ProgramArguments": []}),
        plistlib.dumps({"RunAtLoad": True, "ProgramArguments": "hub"}),
        plistlib.dumps({"RunAtLoad": True, "Disabled": True, "ProgramArguments": ["hub"]}),
    ],
)
def test_an_agent_that_is_broken_or_switched_off_starts_nothing(content: Any) -> None:
    assert started_by_agent(content) is None


def test_windows_is_given_one_line_and_never_one_too_long() -> None:
    assert windows_command([r"C:\Program Files\Hub\hub.exe", "--hidden"]) == r'"C:\Program Files\Hub\hub.exe" --hidden'
    assert windows_command(["x" * LONGEST_WINDOWS_COMMAND])
    with pytest.raises(ConfigurationError, match="261"):
        windows_command(["x" * (LONGEST_WINDOWS_COMMAND + 1)])
