"""What is given away with the program: it names this version, and its scripts put everything where it belongs."""

import ast
import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hub_desktop import __version__
from hub_desktop.core.autostart import LABEL, NAME
from hub_desktop.store.autostart import APPROVED, RUN

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
LINUX = PACKAGING / "linux"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="these are scripts for Linux")


def test_the_software_centre_is_told_of_this_version() -> None:
    told = ET.parse(LINUX / "org.smartstudenthub.HubDesktop.metainfo.xml").getroot()
    assert told.findall("releases/release")[0].get("version") == __version__
    assert told.findtext("id") == LABEL
    assert (LINUX / str(told.findtext("launchable"))).is_file()


def test_the_installer_of_windows_writes_the_value_that_the_settings_write() -> None:
    script = (PACKAGING / "windows" / "hub-desktop.iss").read_text("utf-8")
    defined = dict(re.findall(r'^#define (\w+) "(.*)"$', script, re.MULTILINE))
    assert defined == {"Name": NAME, "Run": RUN, "Approved": APPROVED}


def test_all_that_is_left_out_of_the_program_is_not_needed_by_what_it_loads_late() -> None:
    spec = (PACKAGING / "hub-desktop.spec").read_text("utf-8")
    found = re.search(r"^UNWANTED_MODULES = (\[.*?^\])", spec, re.MULTILINE | re.DOTALL)
    assert found is not None
    # As the built program has it: what is left out cannot be imported.
    script = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({ast.literal_eval(found[1])!r}))\n"
        "import hub_desktop.ui.report_plots\n"
        "print(*(found.__file__ for name, found in sys.modules.items() if found and name.startswith('PySide6.Qt')))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pattern = re.search(r'UNWANTED_FILES = re\.compile\(\s*r"""(.*?)"""', spec, re.DOTALL)
    assert pattern is not None
    unwanted = re.compile(pattern[1], re.VERBOSE)
    libraries = {"libQt6OpenGL.so.6", "libQt6OpenGLWidgets.so.6", "Qt6OpenGL.dll", "Qt6OpenGLWidgets.dll"}
    assert not [file for file in {*map(os.path.basename, done.stdout.split()), *libraries} if unwanted.search(file)]


# Of Pascal Script, the language of Inno Setup's [Code].
RESERVED = (
    "and array as begin case chr class const constructor default destructor div do downto else end except exit "
    "export exports external finalization finally for forward function goto if implementation in inherited "
    "initialization inline interface is label library mod nil not of on or ord out override packed private "
    "procedure program property protected public published raise read record repeat resourcestring set shl shr "
    "string then threadvar to try type unit until uses var virtual while with write xor"
)


def test_nothing_in_the_installer_of_windows_is_called_by_a_word_of_its_language() -> None:
    code = (PACKAGING / "windows" / "hub-desktop.iss").read_text("utf-8").partition("\n[Code]\n")[2]
    code = re.sub(r"\{[^#}][^}]*\}|'[^']*'", "", code)
    declared = re.findall(r"\b(\w+)\s*:\s*\w+", code) + re.findall(
        r"\b(?:function|procedure)\s+(\w+)", code, re.IGNORECASE
    )
    assert {"exe", "command", "atlogin", "param", "curuninstallstep"} <= {name.lower() for name in declared}
    assert not {name.lower() for name in declared} & set(RESERVED.split())


def test_an_upgrade_on_windows_leaves_starting_at_login_as_the_person_has_it() -> None:
    script = (PACKAGING / "windows" / "hub-desktop.iss").read_text("utf-8")
    (task,) = re.findall(r"^Name: autostart;.*$", script, re.MULTILINE)
    assert "checkedonce" in re.findall(r"Flags: (.*)$", task)[0].split()


class Service:
    """A service that runs for as long as a file is there; what is asked of it is written down."""

    def __init__(self, commands: Path) -> None:
        self._running, self._asked = commands / "running", commands / "asked"
        self._running.touch()
        self._asked.touch()
        script = commands / "systemctl"
        script.write_text(
            f"#!/bin/sh\necho \"$*\" >>'{self._asked}'\n"
            f"case \"$*\" in\n  *is-active*) [ -e '{self._running}' ] ;;\n"
            f"  *stop*) rm -f '{self._running}' ;;\n  *start*) touch '{self._running}' ;;\nesac\n"
        )
        script.chmod(0o755)

    @property
    def runs(self) -> bool:
        return self._running.exists()

    def asked(self) -> list[str]:
        return [words.split()[1] for words in self._asked.read_text().splitlines() if "is-active" not in words]


class Home:
    """The home of a person, and an unpacked program that is a shell script."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "home of asha & ravi"
        self.unpacked = folder / "unpacked" / "hub-desktop"
        self.commands = folder / "commands"
        self.commands.mkdir()
        self.path.mkdir()
        (self.unpacked / "_internal").mkdir(parents=True)
        icons = self.unpacked / "share" / "icons" / "hicolor" / "64x64" / "apps"
        icons.mkdir(parents=True)
        (icons / "hub-desktop.png").write_bytes(b"a picture")
        for script in ("install.sh", "uninstall.sh"):
            (self.unpacked / script).write_text((LINUX / script).read_text("utf-8"), "utf-8")
        for file in ("hub-desktop.desktop", "hub-desktop.service", "org.smartstudenthub.HubDesktop.metainfo.xml"):
            (self.unpacked / "share" / file).write_text((LINUX / file).read_text("utf-8"), "utf-8")
        self.program("1")
        (self.unpacked / "hub-desktop-window").symlink_to("hub-desktop")

    def program(self, version: str, status: int = 0) -> None:
        file = self.unpacked / "hub-desktop"
        file.write_text(f"#!/bin/sh\necho {version}\nexit {status}\n")
        file.chmod(0o755)

    def run(self, script: Path, *words: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.commands}{os.pathsep}{os.environ['PATH']}"
        environment = {"HOME": str(self.path), "PATH": path, "HUB_DESKTOP_INSTALL_AS_ROOT": "1"}
        return subprocess.run(
            ["/bin/sh", str(script), *words], env=environment, capture_output=True, text=True, check=False
        )

    def install(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run(self.unpacked / "install.sh", *words)

    def service(self) -> "Service":
        """Let a service run, which a script in the place of systemctl stands for."""
        return Service(self.commands)

    def files(self) -> set[str]:
        return {str(f.relative_to(self.path)) for f in self.path.rglob("*") if f.is_file() or f.is_symlink()}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@on_linux
def test_it_is_installed_upgraded_and_removed_and_what_was_stored_stays(home: Home) -> None:
    stored = home.path / ".local" / "share" / "hub-desktop" / "hub.db"
    stored.parent.mkdir(parents=True)
    stored.write_text("records")
    done = home.install()
    assert done.returncode == 0, done.stderr
    command = home.path / ".local" / "bin" / "hub-desktop"
    assert subprocess.run([command], capture_output=True, text=True, check=True).stdout == "1\n"
    entry = (home.path / ".local" / "share" / "applications" / "hub-desktop.desktop").read_text()
    window = f'"{home.path}/.local/lib/hub-desktop/hub-desktop-window"'
    assert re.findall(r"^Exec=(.*)$", entry, re.MULTILINE) == [window, f"{window} demo"]

    home.program("2")
    (home.unpacked / "_internal" / "new").touch()
    assert home.install().returncode == 0
    assert subprocess.run([command], capture_output=True, text=True, check=True).stdout == "2\n"
    assert not {f for f in home.files() if ".old" in f or ".new" in f}

    autostart = home.path / ".config" / "autostart" / "hub-desktop.desktop"
    autostart.parent.mkdir(parents=True)
    autostart.write_text(f"[Desktop Entry]\nExec={window} --hidden\n")
    removed = home.run(home.path / ".local" / "lib" / "hub-desktop" / "uninstall.sh")
    assert removed.returncode == 0, removed.stderr
    assert str(stored.parent) in removed.stdout
    assert home.files() - {".local/share/icons/hicolor/icon-theme.cache"} <= {
        ".local/share/hub-desktop/hub.db",
        ".local/share/applications/mimeinfo.cache",
    }
    assert stored.read_text() == "records"


@on_linux
def test_a_program_that_does_not_start_takes_no_place(home: Home) -> None:
    assert home.install().returncode == 0
    home.program("broken", status=1)
    done = home.install()
    assert done.returncode == 1
    assert "Nothing was changed" in done.stderr
    command = home.path / ".local" / "bin" / "hub-desktop"
    assert subprocess.run([command], capture_output=True, text=True, check=True).stdout == "1\n"


@on_linux
def test_an_upgrade_stops_the_service_only_for_a_program_that_starts(home: Home) -> None:
    assert home.install().returncode == 0
    service = home.service()
    home.program("broken", status=1)
    assert home.install().returncode == 1
    assert service.runs
    assert service.asked() == []
    assert not {f for f in home.files() if ".old" in f or ".new" in f}
    home.program("2")
    assert home.install().returncode == 0
    assert service.asked() == ["stop", "daemon-reload", "start"]
    assert not {f for f in home.files() if ".old" in f or ".new" in f}


@on_linux
def test_a_program_that_runs_beside_its_service_keeps_both_as_they_were(home: Home) -> None:
    assert home.install().returncode == 0
    installed = home.path / ".local" / "lib" / "hub-desktop"
    shutil.copy(str(shutil.which("sleep")), installed / "_internal" / "window")
    service = home.service()
    home.program("2")
    with subprocess.Popen([installed / "_internal" / "window", "60"]) as window:
        done = home.install()
        window.kill()
    assert done.returncode == 1
    assert "Choose Quit in its tray menu" in done.stderr
    assert service.asked() == ["stop", "start"]
    assert service.runs
    assert not {f for f in home.files() if ".old" in f or ".new" in f}
    command = home.path / ".local" / "bin" / "hub-desktop"
    assert subprocess.run([command], capture_output=True, text=True, check=True).stdout == "1\n"


@on_linux
def test_an_upgrade_that_breaks_off_in_between_leaves_the_old_program(home: Home) -> None:
    assert home.install().returncode == 0
    service = home.service()
    home.program("2")
    move = home.commands / "mv"
    move.write_text(f'#!/bin/sh\ncase "$1" in *.new) exit 1 ;; esac\nexec \'{shutil.which("mv")}\' "$@"\n')
    move.chmod(0o755)
    assert home.install().returncode == 1
    assert service.runs
    command = home.path / ".local" / "bin" / "hub-desktop"
    assert subprocess.run([command], capture_output=True, text=True, check=True).stdout == "1\n"
    assert not {f for f in home.files() if ".old" in f or ".new" in f}


@on_linux
@pytest.mark.parametrize(
    ("words", "said"),
    [(["--servise"], "not “--servise”"), (["--service", "--autostart"], "Choose one")],
)
def test_what_was_mistyped_is_told(home: Home, words: list[str], said: str) -> None:
    done = home.install(*words)
    assert done.returncode == 1
    assert said in done.stderr
    assert home.files() == set()


@on_linux
def test_the_link_of_another_installation_is_left_alone(home: Home) -> None:
    assert home.install().returncode == 0
    command = home.path / ".local" / "bin" / "hub-desktop"
    command.unlink()
    command.symlink_to("/opt/another/hub-desktop")
    assert home.run(home.unpacked / "uninstall.sh").returncode == 0
    assert command.readlink() == Path("/opt/another/hub-desktop")


def test_icons_are_drawn_for_every_system(tmp_path: Path) -> None:
    drawn = subprocess.run(
        [sys.executable, str(PACKAGING / "draw_icons.py"), str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert drawn.returncode == 0, drawn.stderr
    for size in (16, 48, 256):
        picture = (tmp_path / "hicolor" / f"{size}x{size}" / "apps" / "hub-desktop.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (size, size)
    ico = (tmp_path / "hub-desktop.ico").read_bytes()
    kind, pictures = struct.unpack("<HH", ico[2:6])
    sizes = []
    for number in range(pictures):
        side, _, _, _, _, _, length, offset = struct.unpack("<BBBBHHII", ico[6 + 16 * number : 22 + 16 * number])
        inside = struct.unpack(">II", ico[offset + 16 : offset + 24])
        assert inside == (side or 256, side or 256)
        assert ico[offset + length - 8 : offset + length - 4] == b"IEND"
        sizes.append(side or 256)
    assert (kind, sizes) == (1, [16, 24, 32, 48, 64, 256])
    icns = (tmp_path / "hub-desktop.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8]) == (len(icns),)
