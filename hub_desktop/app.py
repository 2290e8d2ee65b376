"""The one place that builds and wires the parts, and shuts them down in order.

Shutdown: the faces stop asking, the lanes cancel and are waited for, the listener joins, the files close.
"""

import gc
import logging
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hub_desktop.cli.program import Finding
    from hub_desktop.clock.ticker import Clock
    from hub_desktop.core.actor import Actor
    from hub_desktop.core.backups import BegunAnew, Restored
    from hub_desktop.core.errors import UnreadableFilesError
    from hub_desktop.core.nightly import NightlyFile
    from hub_desktop.hub.hub import Hub
    from hub_desktop.hub.restoring import DecidedRestore, PreparedRestore
    from hub_desktop.server.hub_listener import HubListener
    from hub_desktop.server.sample_college.data import SampleCollege, SampleCredentials
    from hub_desktop.server.sample_college.rehearsal import Rehearsal
    from hub_desktop.store.folder import DataFolder
    from hub_desktop.store.vault import Vault
    from hub_desktop.ui.opening import Opening

_SWITCHED_OFF = "Its listener is switched off."
_PAUSE_SECONDS = 3600.0
_SWITCH_INTERVAL = 0.0005
"""Seconds a busy thread may keep the interpreter from the window; Python's own 5 ms would show as jerks.

Without a window nobody sees a jerk, and what pours in is taken faster at Python's own interval.
"""

_log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Run the command line over the real parts; return the exit status."""
    from hub_desktop.cli.main import build

    try:
        build(DesktopProgram())(args=list(arguments), prog_name="hub-desktop")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0


class DesktopProgram:
    """What the command line can start; built from the real parts."""

    @contextmanager
    def open_hub(self, data_dir: Path | None) -> Iterator["Hub"]:
        """Open the hub over the data folder for one command; raise HubError when it cannot be opened."""
        with _opened(_folder(data_dir)) as hub:
            yield hub

    def window(self, data_dir: Path | None, *, hidden: bool) -> int:
        """Open the window, or raise the one that is open already; return the exit status."""
        if not _screen_is_ready():
            return 1
        app = _qt_application()
        from hub_desktop.core.errors import HubError, UnreadableFilesError
        from hub_desktop.store.folder import AlreadyRunningError
        from hub_desktop.ui.single_instance import raise_running

        folder = None
        try:
            folder = _folder(data_dir)
            try:
                with folder.only_instance():
                    return _window(app, folder, hidden=hidden)
            except AlreadyRunningError:
                if raise_running(folder.identity()):
                    return 0
                raise
            except UnreadableFilesError as error:
                said = _rescued(folder, error)
                if not said:
                    return 1
                with folder.only_instance():
                    return _window(app, folder, hidden=False, said=said)
        except HubError as error:
            from hub_desktop.ui.application import show_failure

            show_failure(error, folder.path if folder is not None else None)
            return 1

    def demo(self, data_dir: Path | None, *, smoke: bool) -> int:
        """Open the window on the sample college, which this program serves itself on loopback.

        Without a folder of its own the rehearsal lives in a temporary one and is gone afterwards. `smoke` syncs once,
        prints the counts as JSON and quits.
        """
        if not _screen_is_ready():
            return 1
        app = _qt_application()
        with ExitStack() as stack:
            path = data_dir
            if path is None:
                path = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hub-desktop-rehearsal-")))
            folder = _folder(path)
            stack.enter_context(folder.only_instance())
            opening = stack.enter_context(_opening(app, folder, hidden=smoke))
            college, credentials = opening.run(_sample_college)

            from hub_desktop.server.listening import ListeningThread
            from hub_desktop.server.sample_college.api import create_app
            from hub_desktop.server.sample_college.rehearsal import Rehearsal, connect_sample_college
            from hub_desktop.store.vault import MemoryVault

            server = ListeningThread(create_app(college), name="sample-college")
            server.start()
            stack.callback(server.stop)
            vault = MemoryVault() if data_dir is None else None
            hub = stack.enter_context(_opened(folder, vault, run=opening.run))
            opening.run(lambda: connect_sample_college(hub, server.address, credentials))
            if opening.unwanted:
                return 0
            return _desk(app, hub, folder, listener_port=0, rehearsal=Rehearsal(college), smoke=smoke, opening=opening)

    def serve(self, data_dir: Path | None, *, host: str | None, port: int | None) -> int:
        """Run clock, lanes and listener without a window until stopped; return the exit status.

        A `host` or `port` goes before the settings of the listener; one that cannot be listened on ends it with a
        HubError, for whoever gave it asked for that and nothing else. Settings that cannot be met do not.
        """
        # Before Qt: PySide6 reads the source of every module that is loaded after it.
        _load()
        from PySide6.QtCore import QCoreApplication

        from hub_desktop.server.service_manager import READY, STOPPING, tell_service_manager
        from hub_desktop.ui.quit_signals import QuitSignals

        folder = _folder(data_dir)
        with folder.only_instance(), _opened(_cleared(folder)) as hub:
            app = QCoreApplication(sys.argv[:1])
            notices: list[str] = []
            with ExitStack() as stack:
                address = _listening(stack, hub, notices, host=host, port=port, given=bool(host) or port is not None)
                where = "It does not listen now, and tries again by itself." if notices else _SWITCHED_OFF
                if address:
                    where = f"It listens on {address}."
                for sentence in notices:
                    print(sentence, file=sys.stderr, flush=True)  # noqa: T201
                print(f"Hub Desktop is running without a window. {where}", flush=True)  # noqa: T201
                print("Press Ctrl+C to stop it.", flush=True)  # noqa: T201
                _working(stack, hub)
                stack.callback(QuitSignals(app.exit, app).stop)
                tell_service_manager(READY)
                stack.callback(tell_service_manager, STOPPING)
                return int(app.exec())

    def restore_recovery_key(self, data_dir: Path | None, key: str) -> None:
        """Put the recovery key back into the keyring; raise StorageError when it does not open this folder."""
        from hub_desktop.store.engine import restore_recovery_key
        from hub_desktop.store.vault import open_vault

        folder = _folder(data_dir)
        restore_recovery_key(folder, open_vault(folder.identity(), folder.vault_file), key)

    def restore_backup(
        self,
        data_dir: Path | None,
        file: Path,
        *,
        recovery_key: str,
        sign_in: Callable[["Hub"], "Actor"],
        confirm: Callable[["PreparedRestore"], bool],
    ) -> "Restored | None":
        """Restore a backup into a folder that no window or `serve` uses; return None where it was not confirmed."""
        from hub_desktop.hub.restoring import restore_file
        from hub_desktop.store.vault import open_vault

        folder = _folder(data_dir)
        vault = open_vault(folder.identity(), folder.vault_file)
        return restore_file(folder, vault, file, recovery_key=recovery_key, sign_in=sign_in, confirm=confirm)

    def rescue(self, data_dir: Path | None, error: "UnreadableFilesError") -> "Sequence[NightlyFile]":
        """Return the nightly backups, the best first, where going back to one helps against this error."""
        from hub_desktop.hub.rescue import backups_for

        return backups_for(_folder(data_dir), error)

    def begin_anew(self, data_dir: Path | None) -> "BegunAnew":
        """Go on without files that are gone; raise HubError, with nothing changed, where none is."""
        from hub_desktop.core.actor import Face
        from hub_desktop.hub.rescue import begin_anew
        from hub_desktop.store.vault import open_vault

        folder = _folder(data_dir)
        return begin_anew(folder, open_vault(folder.identity(), folder.vault_file), Face.TERMINAL)

    def diagnose(self, data_dir: Path | None) -> list["Finding"]:
        """Look at everything the program needs of this computer."""
        from hub_desktop.cli.advice import ways_out
        from hub_desktop.cli.program import Finding
        from hub_desktop.hub.diagnosis import diagnose
        from hub_desktop.hub.rescue import backups_for
        from hub_desktop.ui.screen import missing_for_window

        folder = _folder(data_dir)
        found, error = diagnose(folder)
        findings = [Finding(one.name, one.ok, one.sentence) for one in found]
        if error is not None:
            ways = ways_out(error, backups_for(folder, error), data_dir)
            findings += [Finding("Way out", True, way.strip()) for way in ways]
        missing = missing_for_window()
        window = Finding("Window", not missing, " ".join(missing) or "A window can open on this screen.")
        return [*findings, window]


def _folder(data_dir: Path | None) -> "DataFolder":
    from hub_desktop.store.folder import DataFolder

    folder = DataFolder(data_dir.expanduser()) if data_dir is not None else DataFolder.default()
    return folder.prepare()


def _cleared(folder: "DataFolder") -> "DataFolder":
    """Return the folder, which must be held, without what a program left in it that was killed."""
    from hub_desktop.store.leftovers import clear_leftovers

    clear_leftovers(folder)
    return folder


@contextmanager
def _opened(
    folder: "DataFolder", vault: "Vault | None" = None, *, run: Callable[[Callable[[], "Hub"]], "Hub"] | None = None
) -> Iterator["Hub"]:
    """Open the hub with its technical log; without a vault given, with the keyring of the computer.

    `run` does the opening, which may take long, and returns what came of it; without it this thread does.
    """
    from hub_desktop.core.errors import HubError
    from hub_desktop.core.redaction import Redactor
    from hub_desktop.hub.hub import Hub
    from hub_desktop.store.technical_log import close_technical_log, open_technical_log
    from hub_desktop.store.vault import open_vault

    def opened() -> Hub:
        return Hub.open(folder, vault or open_vault(folder.identity(), folder.vault_file))

    hubs: list[Hub] = []
    handler = open_technical_log(folder.log_file, lambda: hubs[0].redactor() if hubs else Redactor())
    try:
        try:
            hubs.append(opened() if run is None else run(opened))
        except HubError as error:
            # While the log is open: whoever tells the person comes after it was closed.
            _log.warning("the hub could not be opened: %s", error.detail)
            raise
        try:
            _collect_garbage()
            yield hubs[0]
        finally:
            hubs[0].close()
    finally:
        close_technical_log(handler)


def _rescued(folder: "DataFolder", error: "UnreadableFilesError") -> str:
    """Tell that files cannot be opened or are gone, and offer what helps; return what was done, empty where nothing."""
    from hub_desktop.core.actor import Face
    from hub_desktop.core.backups import Restored
    from hub_desktop.core.errors import MissingKeyError
    from hub_desktop.core.times import utc_now
    from hub_desktop.hub.rescue import backups_for, begin_anew, go_back
    from hub_desktop.store.vault import open_vault
    from hub_desktop.ui.application import kept_language, show_failure
    from hub_desktop.ui.language import speaking
    from hub_desktop.ui.rescue_dialog import ask_for_rescue

    if isinstance(error, MissingKeyError):
        show_failure(error, folder.path)
        return ""
    vault = open_vault(folder.identity(), folder.vault_file)
    with speaking(kept_language(folder.path)):
        done = ask_for_rescue(
            error,
            backups_for(folder, error),
            lambda backup, key, heard, cancel: go_back(folder, vault, backup, key, heard=heard, cancel=cancel),
            lambda: begin_anew(folder, vault, Face.WINDOW),
        )
    if done is None:
        return ""
    return done.told(utc_now()) if isinstance(done, Restored) else done.sentence


def _window(app: "QApplication", folder: "DataFolder", *, hidden: bool, said: str = "") -> int:
    """Show the window until it is quit, and again over other files where a backup was restored.

    `said` is told in it first.
    """
    before: list[DecidedRestore] = []
    notices = [said] if said else []
    while True:
        decided: list[DecidedRestore] = []
        with _opening(app, folder, hidden=hidden) as opening:
            if before:
                from hub_desktop.hub.restoring import put_in_place

                notices = [opening.run(partial(put_in_place, folder, before[0]))]
            else:
                opening.run(partial(_cleared, folder))
            with _opened(folder, run=opening.run) as hub:
                if opening.unwanted:
                    return 0
                status = _desk(app, hub, folder, hidden=hidden, said=notices, decided=decided, opening=opening)
        if not decided:
            return status
        hidden, before = False, decided


@contextmanager
def _opening(app: "QApplication", folder: "DataFolder", *, hidden: bool) -> Iterator["Opening"]:
    """Show the window at once, unless it starts hidden, and load what works behind it."""
    from hub_desktop.ui.opening import Opening

    sys.setswitchinterval(_SWITCH_INTERVAL)
    opening = Opening(app, folder.path, folder.identity(), hidden=hidden)
    try:
        opening.run(_load)
        yield opening
    finally:
        opening.give_way()


def _load() -> None:
    """Load what works behind the window."""
    import hub_desktop.clock.ticker
    import hub_desktop.hub.hub
    import hub_desktop.server.hub_listener  # noqa: F401


def _sample_college() -> "tuple[SampleCollege, SampleCredentials]":
    from hub_desktop.server.sample_college.data import SampleCollege, SampleCredentials

    credentials = SampleCredentials.generate()
    college = SampleCollege.load(
        erp_token=credentials.erp_token,
        biometric_key=credentials.biometric_key,
        lms_client_id=credentials.lms_client_id,
        lms_client_secret=credentials.lms_client_secret,
    )
    return college, credentials


def _collect_garbage() -> None:
    """Let Python look for garbage again, but not among all that the start has loaded."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _qt_application() -> "QApplication":
    """Return the application, in whose time modules are loaded as fast as before."""
    from hub_desktop.ui.quick_imports import read_no_sources

    read_no_sources()
    from hub_desktop.ui.qt_application import make_application

    return make_application(sys.argv)


def _screen_is_ready() -> bool:
    """Tell whether a window can open; say on standard error what is missing when it cannot."""
    from hub_desktop.ui.screen import missing_for_window

    missing = missing_for_window()
    for sentence in missing:
        print(sentence, file=sys.stderr)  # noqa: T201
    return not missing


def _working(stack: ExitStack, hub: "Hub") -> "Clock":
    """Start lanes and clock; they are stopped in the reverse order when the stack unwinds."""
    from hub_desktop.clock.ticker import Clock
    from hub_desktop.core.times import utc_now
    from hub_desktop.ui.lanes import Lanes

    hub.syncs.recover()
    lanes = Lanes(hub)
    lanes.start()

    def lanes_go_home() -> None:
        hub.syncs.close()
        if not lanes.stop():
            _log.error("a lane did not stop in time")

    stack.callback(lanes_go_home)
    stack.callback(hub.nightly.close)
    clock = Clock(hub.tick)
    paused = hub.notifications.paused_until()
    if paused is not None:
        # It was asked for before the program was closed, and lasts as long as what is shown promises no run.
        clock.pause((paused - utc_now()).total_seconds())
    clock.start()
    stack.callback(clock.stop)
    return clock


def _desk(
    app: "QApplication",
    hub: "Hub",
    folder: "DataFolder",
    *,
    listener_port: int | None = None,
    rehearsal: "Rehearsal | None" = None,
    hidden: bool = False,
    smoke: bool = False,
    said: Sequence[str] = (),
    decided: "list[DecidedRestore] | None" = None,
    opening: "Opening | None" = None,
) -> int:
    """Show the window with everything that works behind it, until it is quit; return the exit status.

    `said` is told in the window first. A backup that a person decided to restore ends it too, and stands in `decided`.
    What stands in the place of the window while it opens gives way to it, and to whoever is to sign in first.
    """
    from hub_desktop.ui.application import Desk
    from hub_desktop.ui.garbage import GarbageCollection
    from hub_desktop.ui.quit_signals import QuitSignals
    from hub_desktop.ui.smoke_run import SmokeRun

    state = hub.storage.state()
    notices = [state.warning] if state.warning else []
    if not state.encrypted:
        notices.append(
            "The files on this computer are not encrypted by Hub Desktop, because this platform lacks the package "
            "sqlcipher3. Turn on the disk encryption of the system."
        )
    with ExitStack() as stack:
        # Stopped last: until the lanes have gone home, no other thread may collect.
        stack.callback(GarbageCollection().stop)
        address = _listening(stack, hub, notices, port=listener_port)
        clock = _working(stack, hub)
        desk = Desk(
            app,
            hub,
            folder_identity=folder.identity(),
            listener_address=address,
            rehearsal=rehearsal,
            hidden=hidden,
            notices=notices,
            done=said,
            instance=opening.hand_over() if opening is not None else None,
        )
        stack.callback(desk.close)
        # Not quit(), which asks every window first: ours answers by going on in the tray.
        desk.quit_asked.connect(app.exit)
        if decided is not None:
            desk.restore_decided.connect(decided.append)
            desk.restore_decided.connect(lambda _: app.exit())
        desk.pause_asked.connect(lambda on: clock.pause(_PAUSE_SECONDS if on else 0))
        stack.callback(QuitSignals(app.exit, app).stop)
        if opening is not None and hub.accounts.needed():
            opening.give_way()
        if not desk.show():
            return 0
        if opening is not None:
            opening.give_way()
        smoked = SmokeRun(hub, app.exit) if smoke else None
        status = int(app.exec())
        return status if smoked is None else smoked.exit_status


def _listening(
    stack: ExitStack,
    hub: "Hub",
    notices: list[str],
    *,
    host: str | None = None,
    port: int | None = None,
    given: bool = False,
) -> str:
    """Start the listener and return its address; that it cannot listen is a notice, not the end.

    A `host` or `port` goes before the settings. Where a person has `given` them, and it is they that cannot be listened
    on, the HubError is raised.
    """
    from hub_desktop.core.errors import ConfigurationError, HubError
    from hub_desktop.server.hub_listener import HubListener

    listener = HubListener(hub, host=host, port=port)
    try:
        listener.start()
    except HubError as error:
        if given and isinstance(error, ConfigurationError) and error.field in {"host", "port"}:
            raise
        notices.append(error.sentence)
        _keeping(stack, hub, listener, failed=True)
        return ""
    if listener.problem:
        notices.append(listener.problem)
    _keeping(stack, hub, listener, failed=bool(listener.problem))
    return listener.address


def _keeping(stack: ExitStack, hub: "Hub", listener: "HubListener", *, failed: bool = False) -> None:
    """Let the listener follow its settings; both are stopped when the stack unwinds."""
    from hub_desktop.server.listener_keeper import ListenerKeeper

    stack.callback(listener.stop)
    keeper = ListenerKeeper(hub, listener)
    keeper.start(failed=failed)
    stack.callback(keeper.stop)
