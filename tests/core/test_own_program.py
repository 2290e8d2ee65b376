"""How the program is started anew, on each system, built and not."""

from pathlib import Path

import pytest

from hub_desktop.core.own_program import OwnProgram

VENV = OwnProgram("/opt/hub/bin/python", built=False, platform="linux")
BUILT = OwnProgram("/home/asha/.local/lib/hub-desktop/hub-desktop", built=True, platform="linux")


def test_python_runs_the_package_where_the_program_is_not_built():
    assert VENV.command("demo") == ["/opt/hub/bin/python", "-m", "hub_desktop", "demo"]


def test_a_built_program_runs_itself():
    assert BUILT.command("demo") == [BUILT.executable, "demo"]
    assert BUILT.window_command("--hidden", there=False) == [f"{BUILT.executable}-window", "--hidden"]


def test_the_window_of_a_built_program_starts_the_one_that_has_streams():
    window = OwnProgram(f"{BUILT.executable}-window", built=True, platform="linux")
    assert window.command("--javascript-engine")[0] == BUILT.executable


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        (True, ["/opt/hub/bin/hub-desktop-window", "--hidden"]),
        (False, ["/opt/hub/bin/python", "-m", "hub_desktop", "--hidden"]),
    ],
)
def test_the_window_of_an_installation_is_its_own_script_where_there_is_one(there, wanted):
    assert VENV.window_command("--hidden", there=there) == wanted


def test_on_windows_programs_end_in_exe_and_none_has_a_terminal():
    program = OwnProgram(str(Path("/hub/python.exe")), built=False, platform="win32")
    assert program.window_command("--hidden", there=True) == [str(Path("/hub/hub-desktop-window.exe")), "--hidden"]
    assert program.window_command("--hidden", there=False)[0] == str(Path("/hub/pythonw.exe"))
