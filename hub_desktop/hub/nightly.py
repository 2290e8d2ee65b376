"""Nightly backups: made by the clock, a number of them kept, and said where they cannot be made.

None is left out because nothing was written: the program itself writes every day, to the audit and to what it cleans
up, and what has changed beside that cannot be told across processes without reading both files.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import Any

from filelock import Timeout
from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.actor import CLOCK, Actor
from hub_desktop.core.backups import BackupMade
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, StorageError, TransientError
from hub_desktop.core.events import BackupsChanged, NightlyFailed, NightlyOver
from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.nightly import (
    AGAIN,
    PATIENCE,
    NightlyFile,
    NightlyLeft,
    NightlySettings,
    NightlyState,
    beyond,
    is_due,
    name_of_nightly,
    next_night,
)
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import spoken, utc_now
from hub_desktop.core.words import count
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.backup_making import BackupMaking
from hub_desktop.hub.college_calendars import computer_zone
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.hub.nightly_state import state_from_json, state_to_json
from hub_desktop.hub.storage import require_all_colleges
from hub_desktop.hub.written_settings import changed_settings, what_changed
from hub_desktop.store.answering import NotAnsweringError, PatientLooks
from hub_desktop.store.backup_file import Step, told_in_words
from hub_desktop.store.folder import DataFolder, held_elsewhere, take_patiently
from hub_desktop.store.nightly_files import (
    clear_unfinished,
    known_places,
    nightly_files,
    not_writable,
    note_place,
    own_place,
    place_for_backups,
    unfinished_in,
)
from hub_desktop.store.settings import SettingStore

NIGHTLY, NIGHTLY_STATE = "nightly-backups", "nightly-backups-state"
SUBJECT = "nightly backups"
_LOOKS = timedelta(minutes=5)
"""How often it is looked what a person changed in another process."""
_STALE = timedelta(days=7)
_LETS_GO_SECONDS = 0.5
"""How often a backup that is being made looks whether a person wants to make one."""
_PATIENCE_SECONDS = PATIENCE.total_seconds()
_END_SECONDS = 10.0
_log = logging.getLogger(__name__)


class NightlyView(Struct, frozen=True):
    """The nightly backups as every face shows them."""

    settings: NightlySettings
    state: NightlyState
    place: str
    """The folder in which the next one will lie, also where none was chosen."""
    next_at: datetime | None
    """When the next night begins; None while they are switched off."""
    files: tuple[NightlyFile, ...]
    """Those that lie there, the newest first."""
    same_disk: bool | None
    """Whether they lie on the disk of the data; None where the folder is not there."""
    silent: str = ""
    """That the folder does not answer, as a sentence; empty where it does."""


class _GiveWayError(Exception):
    """A person wants to make a backup."""


class Nightly:
    """The use cases of nightly backups, and the one thread on which one is made."""

    def __init__(
        self,
        gate: Gate,
        folder: DataFolder,
        *,
        making: BackupMaking,
        settings: SettingStore,
        events: EventStream,
        now: Callable[[], datetime] = utc_now,
        beats: Callable[[], float] = time.monotonic,
        zone: Callable[[], tzinfo] = computer_zone,
        looks: PatientLooks | None = None,
    ) -> None:
        """`beats` counts seconds, whatever the clock on the wall does."""
        self._gate = gate
        self._folder = folder
        self._making = making
        self._settings = settings
        self._events = events
        self._now = now
        self._beats = beats
        self._zone = zone
        self._looks = looks or PatientLooks()
        self._up_since = beats()
        self._waiting_since: float | None = None
        self._looked = self._look_again = datetime.min.replace(tzinfo=UTC)
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None
        self._unkept: NightlyState | None = None
        """How the last try ended, where that could not be kept."""
        self._trouble_known = False
        """Whether somebody here may have been told of an incident that nobody told them the end of."""

    # -- for people ------------------------------------------------------------------------------------------------

    def settings(self) -> NightlySettings:
        """Return the settings, which are nobody's secret."""
        return NightlySettings.model_validate(self._settings.get(NIGHTLY, {}))

    def view(self) -> NightlyView:
        """Return how it stands; it tells nothing of anybody."""
        settings, identity = self.settings(), self._folder.identity()
        place = self._place(settings)
        try:
            files, same_disk = self._looks.ask(place, lambda: (nightly_files(place, identity), self._same_disk(place)))
            silent = ""
        except NotAnsweringError as error:
            files, same_disk, silent = [], None, error.sentence
        return NightlyView(
            settings,
            self._state(),
            str(place),
            next_night(self._now(), settings.at, self._zone()) if settings.on else None,
            tuple(files),
            same_disk,
            silent,
        )

    def problem(self) -> str:
        """Return why none could be made lately, as a sentence; empty where one could."""
        problem = self._state().problem
        self._trouble_known = bool(problem)
        return problem

    def change(self, actor: Actor, written: Mapping[str, Any]) -> NightlyView:
        """Change settings by name (camelCase), those not given stay; raise ConfigurationError naming the field."""
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, SUBJECT) as act:
            require_all_colleges(actor)
            before = self.settings()
            wanted = changed_settings(before, written, "The nightly backup")
            if wanted.folder != before.folder:
                wanted = wanted.model_copy(update={"folder": self._read_folder(wanted.folder)})
            self._settings.set(NIGHTLY, wanted.written())
            state = self._state()
            over = bool(state.problem) and (wanted.folder != before.folder or not wanted.on)
            if over:
                # It is said again where it is so with the other settings too.
                self._keep(replace(state, tried=None, problem="", since=None))
            act.detail = what_changed(before, wanted)
            self._look_again = datetime.min.replace(tzinfo=UTC)
        if over:
            self._over(made=False)
        if wanted.folder != before.folder:
            self._clear_elsewhere(wanted)
        self._events.emit(BackupsChanged())
        return self.view()

    def left(self) -> NightlyLeft:
        """Return what lies in all folders that were ever used, and when the last of it will have gone."""
        settings, identity = self.settings(), self._folder.identity()
        here, found = self._place(settings), {}
        for place in known_places(self._folder):
            try:
                files = self._looks.ask(place, partial(nightly_files, place, identity))
            except NotAnsweringError as error:
                # As with a stick that is not plugged in, nobody can tell.
                _log.info("what lies there is not known: %s", error.detail)
                continue
            if files:
                found[place] = files
        until = None
        if settings.on and set(found) == {here}:
            # Each of the nights to come takes one away.
            until = next_night(self._now(), settings.at, self._zone()) + timedelta(days=settings.keep - 1)
        return NightlyLeft(sum(map(len, found.values())), tuple(map(str, found)), until)

    def findings(self) -> list[HealthFinding]:
        """Return how they stand, for people of every face."""
        settings, state, now = self.settings(), self._state(), self._now()
        if not settings.on:
            said = "They are switched off. Switch them on: hub-desktop backup nightly set --nightly on"
            return [HealthFinding("Nightly backups", True, said)]
        if state.problem:
            since = f"None could be made since {spoken(state.since, now)}. " if state.since is not None else ""
            return [HealthFinding("Nightly backups", False, f"{since}{state.problem}")]
        if state.made is None:
            said = "None was made yet. One is made once Hub Desktop has run for a few minutes."
            return [HealthFinding("Nightly backups", True, said)]
        said = f"The last one was made {spoken(state.made.at, now)}: {state.made.file}."
        if now - state.made.at > _STALE:
            said = f"{said} Let Hub Desktop run for an hour, so that it can make one."
            return [HealthFinding("Nightly backups", False, said)]
        place = Path(state.made.file).parent
        try:
            same_disk = self._looks.ask(place, lambda: self._same_disk(place))
        except NotAnsweringError as error:
            return [HealthFinding("Nightly backups", False, f"{said} {error.sentence}")]
        if same_disk:
            said = f"{said} It lies on the disk of the data: a copy on another one outlasts that disk."
        return [HealthFinding("Nightly backups", True, said)]

    # -- for the clock ---------------------------------------------------------------------------------------------

    def tick(self, *, syncing: bool) -> None:
        """Begin one where it is due, on a thread of its own; `syncing` lets it wait a while. The clock calls this."""
        now = self._now()
        # Whoever set the clock back wants it looked at anew.
        if self._looked <= now < self._look_again or self.going or self._closed.is_set():
            return
        self._looked, self._look_again = now, now + _LOOKS
        try:
            if self._settings.get(REHEARSAL, False):
                return
            settings, state, zone = self.settings(), self._state(), self._zone()
        except TransientError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, a person must hear that there is no backup
            # It cannot be known whether one is due, and none can be made of a file that is like this.
            self._look_again = now + AGAIN
            self._failed(self._unkept or NightlyState(), now, None, _in_words(error))
            return
        up = timedelta(seconds=self._beats() - self._up_since)
        if self._trouble_known and not state.problem:
            # By a command in a terminal, whose events are heard there alone.
            self._over(made=False)
            self._events.emit(BackupsChanged())
        self._trouble_known = bool(state.problem)
        if not is_due(settings, state, zone, now, up):
            self._waiting_since = None
            self._look_again = min(self._look_again, next_night(now, settings.at, zone))
            return
        if syncing and self._others_go_first():
            self._look_again = now
            return
        self._waiting_since = None
        # Nothing that it holds is left half-way by a program that ends without it.
        self._thread = threading.Thread(target=self.make_now, name="hub-nightly-backup", daemon=True)
        self._thread.start()

    @property
    def going(self) -> bool:
        """Whether one is being made by this process."""
        return self._thread is not None and self._thread.is_alive()

    def make_now(self) -> None:
        """Make one on this thread, and keep and tell how that ended; what is due was asked before."""
        try:
            with ExitStack() as held:
                for lock in (self._folder.nightly_lock(), self._folder.backup_lock()):
                    take_patiently(lock)
                    held.callback(lock.release)
                begun = self._now()
                try:
                    before, settings = self._state(), self.settings()
                except Exception as error:  # noqa: BLE001 - as below
                    self._failed(self._unkept or NightlyState(), begun, None, _in_words(error))
                else:
                    self._make(before, settings, begun)
        except Timeout:
            _log.info("no nightly backup is made now, for another one is just being made")

    def close(self) -> None:
        """Stop what is being made, and wait for it; none begins any more."""
        self._closed.set()
        thread = self._thread
        if thread is not None:
            thread.join(_END_SECONDS)
            if thread.is_alive():
                _log.warning("a nightly backup did not stop in time; its disk does not answer")

    # -- how it is done --------------------------------------------------------------------------------------------

    def _make(self, before: NightlyState, settings: NightlySettings, begun: datetime) -> None:
        try:
            # Kept first: one that ends the whole program is not to be tried again at once.
            self._keep(replace(before, tried=begun))
            made = self._made(settings, begun)
        except CancelledError:
            # The program ends, and the next one need not wait.
            self._keep_what_can_be(before)
        except Exception as error:  # noqa: BLE001 - whatever it is, a person must hear that there is no backup
            self._failed(before, begun, settings, _in_words(error))
        else:
            if made is not None:
                self._keep_what_can_be(NightlyState(begun, made))
                if before.problem or self._trouble_known:
                    self._over(made=True)
                self._events.emit(BackupsChanged())

    def _made(self, settings: NightlySettings, begun: datetime) -> BackupMade | None:
        """Make one and remove the oldest; return None where it gave way to a person's."""
        identity = self._folder.identity()
        with self._gate.use(CLOCK, UseCase.MAKE_BACKUP, SUBJECT) as act:
            # Asked first: of a share that hangs a person would otherwise hear nothing for ever.
            place = self._looks.ask(self._place(settings), lambda: place_for_backups(self._folder, settings.folder))
            target = place / name_of_nightly(begun, identity)
            act.subject = target.name
            with told_in_words(target):
                clear_unfinished(place, identity)
                self._making.ask_room(place)
            with told_in_words(self._folder.nightly_note):
                note_place(self._folder, place)
            try:
                made = self._making.make(target, self._step())
            except _GiveWayError:
                act.detail = "gave way to a backup that a person makes"
                return None
            self._remove_old(place, target, settings.keep, act)
            return replace(made, at=begun)

    def _remove_old(self, place: Path, newest: Path, keep: int, act: Act) -> None:
        """Remove what is beyond the number, now that the newest one was read back and is whole."""
        gone, stay = 0, 0
        for old in beyond(nightly_files(place, self._folder.identity()), newest, keep):
            try:
                old.path.unlink()
                gone += 1
            except OSError as error:
                stay += 1
                _log.warning("an old nightly backup could not be removed: %s", error)
        said = [f"{newest.stat().st_size:,} bytes to {newest}"]
        if gone:
            said.append(f"{count(gone, 'old one')} removed")
        if stay:
            said.append(f"{count(stay, 'old one')} could not be removed")
        act.detail = ", ".join(said)

    def _failed(self, before: NightlyState, begun: datetime, used: NightlySettings | None, error: HubError) -> None:
        """Keep and tell why there is none; `used` are the settings it was made by, None where nobody can read them."""
        _log.warning("no nightly backup could be made: %s", error.detail)
        if used is not None and self._chosen_otherwise(used):
            # What is wrong there is no trouble any more.
            self._keep_what_can_be(replace(before, tried=None, problem="", since=None))
            return
        self._keep_what_can_be(
            replace(before, tried=begun, problem=error.sentence, since=before.since if before.problem else begun)
        )
        self._trouble_known = True
        self._events.emit(NightlyFailed(error.sentence))
        self._events.emit(BackupsChanged())

    def _chosen_otherwise(self, used: NightlySettings) -> bool:
        """Tell whether a person chose another folder, or none, while one was made."""
        try:
            wanted = self.settings()
        except Exception as error:  # noqa: BLE001 - it is told all the same that there is no backup
            _log.warning("the settings of the nightly backups could not be read: %s", _in_words(error).detail)
            return False
        return wanted.folder != used.folder or not wanted.on

    def _over(self, *, made: bool) -> None:
        self._trouble_known = False
        self._events.emit(NightlyOver(made=made))

    def _step(self) -> Step:
        """Return a step that stops for the end of the program, and for a person who wants to make a backup."""
        looked = self._beats()

        def step(_number: int) -> None:
            nonlocal looked
            if self._closed.is_set():
                raise CancelledError("The program ends, so the nightly backup was stopped. Nothing was left behind.")
            if self._beats() - looked >= _LETS_GO_SECONDS:
                looked = self._beats()
                if held_elsewhere(self._folder.wanted_lock()):
                    raise _GiveWayError

        return step

    def _others_go_first(self) -> bool:
        if self._waiting_since is None:
            self._waiting_since = self._beats()
        return self._beats() - self._waiting_since < _PATIENCE_SECONDS

    def _read_folder(self, written: str) -> str:
        """Return a folder that nightly backups can lie in, empty for the own one; raise ConfigurationError."""
        if not written:
            return ""
        place = whole_path(written)
        if not place.is_absolute():
            raise ConfigurationError("Name the whole path of the folder.", field="folder")
        try:
            return self._looks.ask(place, lambda: self._usable(place))
        except NotAnsweringError as error:
            raise ConfigurationError(error.sentence, error.detail, field="folder") from error

    def _usable(self, place: Path) -> str:
        """Return a folder as it is kept, empty for the own one; raise ConfigurationError where it cannot be used."""
        try:
            resolved = place.resolve()
        except (OSError, RuntimeError, ValueError) as error:
            # A link that leads to itself, or a path that no system has a word for.
            raise ConfigurationError(
                f"The folder {place} cannot be used: {error}. Choose another one.", field="folder"
            ) from error
        if resolved == own_place(self._folder).resolve():
            return ""
        if resolved.is_relative_to(self._folder.path.resolve()):
            raise ConfigurationError(
                "Backups must not lie among the data they are backups of. Choose a folder on another disk.",
                field="folder",
            )
        why_not = not_writable(place)
        if why_not:
            raise ConfigurationError(why_not, field="folder")
        return str(place)

    def _place(self, settings: NightlySettings) -> Path:
        return Path(settings.folder) if settings.folder else own_place(self._folder)

    def _clear_elsewhere(self, settings: NightlySettings) -> None:
        """Remove what a killed program left in folders that are used no more, as far as they are there."""
        identity, lock = self._folder.identity(), self._folder.backup_lock()
        for place in known_places(self._folder):
            if place == self._place(settings):
                continue
            try:
                if not self._looks.ask(place, partial(unfinished_in, place, identity)):
                    continue
                # Whoever makes one there now removes what is left of it.
                take_patiently(lock)
                try:
                    self._looks.ask(place, partial(clear_unfinished, place, identity))
                finally:
                    lock.release()
            except (NotAnsweringError, Timeout, OSError) as error:
                _log.info("what may be left in %s was not looked after: %s", place, error)

    def _same_disk(self, place: Path) -> bool | None:
        try:
            # The own folder is made when it is first needed.
            there = self._folder.path if place == own_place(self._folder) else place
            return there.stat().st_dev == self._folder.path.stat().st_dev
        except OSError:
            return None

    def _state(self) -> NightlyState:
        return self._unkept or state_from_json(self._settings.get(NIGHTLY_STATE, {}))

    def _keep(self, state: NightlyState) -> None:
        self._settings.set(NIGHTLY_STATE, state_to_json(state))
        self._unkept = None

    def _keep_what_can_be(self, state: NightlyState) -> None:
        """Keep how a try ended, where the disk or the file takes nothing at least until the program ends."""
        try:
            self._keep(state)
        except Exception as error:  # noqa: BLE001 - whoever is told of it must not hear it less because of that
            self._unkept = state
            _log.warning("how the nightly backup ended could not be kept: %s", _in_words(error).detail)


def whole_path(written: str) -> Path:
    """Return a path as a person typed it, with their home in the place of ~.

    Unlike Path.expanduser, it leaves the home of somebody whom this computer does not know as it was written.
    """
    return Path(os.path.expanduser(written))  # noqa: PTH111


def _in_words(error: Exception) -> HubError:
    if isinstance(error, HubError):
        return error
    _log.error("a nightly backup failed by an error of the program", exc_info=error)
    return StorageError(
        "Something went wrong inside Hub Desktop. Please send the log to your IT team.",
        f"{type(error).__name__}: {error}",
    )
