"""Privacy: how long data is kept, what is kept of one person, and erasing them everywhere."""

import logging
import secrets
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.actor import CLOCK, Actor
from hub_desktop.core.backups import KeptBefore
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError, HubError, NotFoundError, TransientError
from hub_desktop.core.keeping import AgeOf, Keeping, Retention, person_digest, read_retention
from hub_desktop.core.nightly import NightlyLeft
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.core.words import count
from hub_desktop.hub.alone import alone
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.sources import Sources, data_type_named
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.erasure import ErasureStore, Traces
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.kept import kept_before
from hub_desktop.store.punches import PunchStore
from hub_desktop.store.settings import SettingStore
from hub_desktop.sync.punch_source import persons_of

_SALT = "salt-of-digests"
_CLEANED = "retention-applied"
_DAILY = timedelta(days=1)
_log = logging.getLogger(__name__)


class PersonFound(Struct, frozen=True):
    """What is kept of a person, by where it lies, with the names it is kept under."""

    person: str
    names: tuple[str, ...]
    counts: Mapping[str, int]
    records: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    waiting: int = 0
    """Deliveries that name the person and wait to be stored, which no erasing touches."""
    kept: tuple[KeptBefore, ...] = ()
    """What is kept from before restores and updates, in which nobody is erased."""
    nightly: NightlyLeft = field(default_factory=NightlyLeft)
    """The nightly backups that are there, in which nobody is erased either."""

    @property
    def total(self) -> int:
        """How much it is in all."""
        return sum(self.counts.values())

    @property
    def still_there(self) -> str:
        """What is said of deliveries that erasing leaves, empty where there are none."""
        if not self.waiting:
            return ""
        if self.waiting == 1:
            return "1 delivery with this number waits to be stored and holds it still. Look again once it is stored."
        return (
            f"{self.waiting:,} deliveries with this number wait to be stored and hold it still. "
            "Look again once they are stored."
        )


class RetentionView(Struct, frozen=True):
    """The rule of one kind of data, and how many records are past their time now."""

    data_type: str
    rule: Retention
    expired: int


class Privacy:
    """The use cases of privacy."""

    def __init__(
        self,
        gate: Gate,
        sources: Sources,
        *,
        folder: DataFolder,
        nightly_left: Callable[[], NightlyLeft],
        integrations: IntegrationStore,
        settings: SettingStore,
        bookmarks: BookmarkStore,
        erasure: ErasureStore,
        punches: PunchStore,
    ) -> None:
        self._gate = gate
        self._sources = sources
        self._folder = folder
        self._nightly_left = nightly_left
        self._integrations = integrations
        self._settings = settings
        self._bookmarks = bookmarks
        self._erasure = erasure
        self._punches = punches

    # -- persons ---------------------------------------------------------------------------------------------------

    def find_person(self, actor: Actor, person: str, college_id: int | None = None) -> PersonFound:
        """Return what is kept of a person, known by student or faculty number; erases nothing."""
        return self._look(actor, UseCase.EXPORT_PERSON, person, college_id)

    def erase_person(
        self, actor: Actor, person: str, college_id: int | None = None, *, exclude: bool = False
    ) -> PersonFound:
        """Erase a person everywhere, alone with every system of the college; return what was erased.

        With `exclude` no sync stores the person again; otherwise the next one does, where a system still has them.
        Raises NotFoundError when nothing is kept of them, and TransientError while a system is being synced.
        """
        with self._gate.use(actor, UseCase.ERASE_PERSON, "person") as act, ExitStack() as held:
            college = self._sources.college(actor, college_id)
            person = _cleaned(person)
            digest = self.digest(college, person)
            act.college_id, act.subject = college, f"person {digest[:16]}"
            numbers = self._sources.order(college).sources
            living = [stored for stored in self._integrations.all() if stored.integration_id in numbers]
            for stored in living:
                held.enter_context(alone(self._folder, stored))
            if exclude:
                # First, so that a crash in between leaves nobody who was to stay away.
                self._exclude(college, digest)
            erased = self._erasure.erase(person, college, numbers, self._pins_of(person, numbers))
            if not erased.total and not exclude:
                raise _nobody(person, erased)
            for stored in living:
                # An answer that is passed over because it has not changed would leave the records out for ever.
                if stored.integration_id in erased.sources:
                    self._bookmarks.forget(stored.integration_id, list(stored.config.endpoints))
            act.detail = f"{count(erased.total, 'trace')} erased" + (", not to be stored again" if exclude else "")
            kept = tuple(kept_before(self._folder))
            return replace(_found(person, erased), kept=kept, nightly=self._nightly_left())

    def allow_again(self, actor: Actor, person: str, college_id: int | None = None) -> bool:
        """Let a person be stored again; return whether they were not to be."""
        with self._gate.use(actor, UseCase.ERASE_PERSON, "person") as act:
            college = self._sources.college(actor, college_id)
            digest = self.digest(college, _cleaned(person))
            act.college_id, act.subject, act.detail = college, f"person {digest[:16]}", "may be stored again"
            known = self._excluded(college)
            self._settings.set(_excluded_key(college), sorted(known - {digest}))
            if digest in known:
                # Pages that came while the person was left out hold what is to be stored now.
                self._read_anew(self._sources.order(college).sources)
            return digest in known

    def keeping(self, college_id: int) -> Keeping:
        """Return what the syncs of a college may store."""
        # Asked for every record of a sync.
        digest_of = lru_cache(maxsize=50_000)(partial(person_digest, self._salt(), college_id))
        return Keeping(digest_of, self._excluded(college_id), self._rules(college_id))

    def digest(self, college_id: int, person: str) -> str:
        """Return what stands for the number of a person in the audit and in the list of those not to be stored."""
        return person_digest(self._salt(), college_id, person)

    # -- retention -------------------------------------------------------------------------------------------------

    def retentions(self, actor: Actor, college_id: int | None = None) -> list[RetentionView]:
        """Return the rules of a college, each with the number of records it would remove now."""
        with self._gate.use(actor, UseCase.SET_RETENTION, "retention") as act:
            college = self._sources.college(actor, college_id)
            act.college_id, act.detail = college, "looked at"
            return [RetentionView(n, rule, self._expired(college, n, rule)) for n, rule in self._rules(college).items()]

    def would_expire(
        self, actor: Actor, data_type: str, days: int, age_of: str = AgeOf.LAST_CHANGED, college_id: int | None = None
    ) -> int:
        """Return how many records a rule would remove now."""
        with self._gate.use(actor, UseCase.SET_RETENTION, f"retention of {data_type}") as act:
            college = self._sources.college(actor, college_id)
            act.college_id, act.detail = college, "counted"
            data_type_named(data_type)
            return self._expired(college, data_type, read_retention(data_type, days, age_of))

    def set_retention(
        self,
        actor: Actor,
        data_type: str,
        days: int | None,
        age_of: str = AgeOf.LAST_CHANGED,
        college_id: int | None = None,
    ) -> None:
        """Keep records of a kind for so many days, None for as long as their system has them."""
        with self._gate.use(actor, UseCase.SET_RETENTION, f"retention of {data_type}") as act:
            college = self._sources.college(actor, college_id)
            data_type_named(data_type)
            act.college_id = college
            act.detail = "for ever" if days is None else f"{days} days by {age_of}"
            stored = dict(self._settings.get(_retention_key(college), {}))
            if days is None:
                stored.pop(data_type, None)
            else:
                rule = read_retention(data_type, days, age_of)
                stored[data_type] = {"days": rule.days, "age": str(rule.age_of)}
            self._settings.set(_retention_key(college), stored)
            # What the rule of before removed or left out may be wanted now.
            self._read_anew(self._sources.order(college).sources)

    def apply_retention(self, actor: Actor, college_id: int | None = None) -> dict[str, int]:
        """Erase what is past its time; return how many records of each kind."""
        with self._gate.use(actor, UseCase.APPLY_RETENTION, "retention") as act:
            college = self._sources.college(actor, college_id)
            done = self._apply(college)
            act.college_id = college
            act.detail = (
                ", ".join(f"{name}: {number:,}" for name, number in done.items()) or "nothing was past its time"
            )
            return done

    def apply_daily(self, now: datetime | None = None) -> bool:
        """Apply the rules of all colleges where a day has passed since the last time; the clock asks often.

        Returns whether the day's cleaning was done now.
        """
        now = now or utc_now()
        last = self._settings.get(_CLEANED)
        # A clock that was set back must not keep it waiting.
        if last is not None and timedelta(0) <= now - from_text(last) < _DAILY:
            return False
        self._settings.set(_CLEANED, to_text(now))
        for college in sorted(set(self._integrations.colleges_of().values())):
            if self._rules(college):
                try:
                    self.apply_retention(CLOCK, college)
                except HubError as error:
                    _log.warning("what is past its time was not removed today: %s", error.detail)
        return True

    # -- how it is done --------------------------------------------------------------------------------------------

    def _look(self, actor: Actor, use_case: UseCase, person: str, college_id: int | None) -> PersonFound:
        with self._gate.use(actor, use_case, "person") as act:
            college = self._sources.college(actor, college_id)
            person = _cleaned(person)
            act.college_id, act.subject = college, f"person {self.digest(college, person)[:16]}"
            numbers = self._sources.order(college).sources
            found = self._erasure.traces(person, college, numbers, self._pins_of(person, numbers))
            act.detail = count(found.total, "trace")
            if not found.total:
                raise _nobody(person, found)
            names = self._sources.names()
            for rows in found.records.values():
                for row in rows:
                    if "source" not in row:
                        continue
                    row["source"] = names.get(row["source"], "?")
            return _found(person, found)

    def _pins_of(self, person: str, sources: Collection[int]) -> dict[int, frozenset[str]]:
        """Return the numbers under which devices know a person, who may be called otherwise by then."""
        # Of deleted ones too, whose punches stay until their time is over.
        configs = {stored.integration_id: stored.config for stored in self._integrations.all(deleted=True)}
        found: dict[int, frozenset[str]] = {}
        for source in sources:
            pins = self._punches.pins(source)
            if source in configs and configs[source].fed_by_devices:
                mapped = persons_of(configs[source], pins)
                found[source] = frozenset(pin for pin in pins if person in {pin, mapped.get(pin)})
            elif person in pins:
                found[source] = frozenset({person})
        return {source: numbers | {person} for source, numbers in found.items()}

    def _apply(self, college: int) -> dict[str, int]:
        done: dict[str, int] = {}
        numbers = self._sources.order(college).sources
        living = {stored.integration_id: stored for stored in self._integrations.all()}
        now = utc_now()
        for name, rule in self._rules(college).items():
            for number in numbers:
                with ExitStack() as held:
                    if number in living:
                        try:
                            held.enter_context(alone(self._folder, living[number]))
                        except TransientError:
                            # It is being synced; tomorrow is another day.
                            continue
                    erased = self._erasure.expired(DATA_TYPES[name], rule, [number], now, erase=True)
                    self._erasure.expired_images(DATA_TYPES[name], rule, [number], now)
                if erased:
                    self._read_anew([number])
                    done[name] = done.get(name, 0) + erased
        return done

    def _read_anew(self, sources: Collection[int]) -> None:
        """Let the next sync of these sources read every answer, though it came as the last time."""
        for stored in self._integrations.all():
            if stored.integration_id in sources:
                self._bookmarks.forget(stored.integration_id, list(stored.config.endpoints))

    def _expired(self, college: int, name: str, rule: Retention) -> int:
        numbers = self._sources.order(college).sources
        return self._erasure.expired(DATA_TYPES[name], rule, numbers, utc_now(), erase=False)

    def _rules(self, college: int) -> dict[str, Retention]:
        stored = self._settings.get(_retention_key(college), {})
        return {
            name: Retention(rule["days"], AgeOf(rule["age"])) for name, rule in stored.items() if name in DATA_TYPES
        }

    def _excluded(self, college: int) -> frozenset[str]:
        return frozenset(self._settings.get(_excluded_key(college), []))

    def _exclude(self, college: int, digest: str) -> None:
        self._settings.set(_excluded_key(college), sorted(self._excluded(college) | {digest}))

    def _salt(self) -> str:
        salt = self._settings.get(_SALT)
        if salt is None:
            self._settings.set(_SALT, secrets.token_hex(32))
            salt = self._settings.get(_SALT)
        return str(salt)


def _found(person: str, traces: Traces) -> PersonFound:
    return PersonFound(person, tuple(traces.names), dict(traces.counts), dict(traces.records), traces.waiting)


def _nobody(person: str, traces: Traces) -> NotFoundError:
    waiting = _found(person, traces).still_there
    sentence = f"Nothing is kept of a person with the number “{person}”."
    return NotFoundError(f"{sentence} {waiting}" if waiting else sentence)


def _cleaned(person: str) -> str:
    person = person.strip()
    if not person:
        raise ConfigurationError("Give the student or faculty number of the person.", field="person")
    return person


def _retention_key(college_id: int) -> str:
    return f"retention-of-college-{college_id}"


def _excluded_key(college_id: int) -> str:
    return f"excluded-of-college-{college_id}"
