"""API tokens: making, listing and revoking them, and letting in the programs that show one."""

import ipaddress
import secrets as randomness
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.api_tokens import RANDOM_BYTES, digest_of, is_token, token_of
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError, TransientError
from hub_desktop.core.events import ApiTokensChanged
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count, did_you_mean
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.store.api_tokens import ApiToken, ApiTokenStore
from hub_desktop.store.integrations import CollegeStore

MOST_DAYS = 3650
_LONGEST_NAME = 80
_FREE_TRIES = 10
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 300.0
_MOST_ADDRESSES = 1000


class WrongTokenError(NotAllowedError):
    """What was shown is no token, or one that was revoked or has expired."""


class NewToken(Struct, frozen=True):
    """A token that was just made; `text` is shown this once and kept nowhere."""

    token: ApiToken
    text: str

    def __repr__(self) -> str:
        return f"NewToken({self.token!r})"


class Bearer(Struct, frozen=True):
    """A program that showed a token: as whom it acts, and by which token."""

    actor: Actor
    token_id: int


class ApiTokens:
    """The use cases of API tokens. A token is shown once, when it is made; its digest alone is kept."""

    def __init__(
        self,
        gate: Gate,
        tokens: ApiTokenStore,
        colleges: CollegeStore,
        events: EventStream,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._gate = gate
        self._tokens = tokens
        self._colleges = colleges
        self._events = events
        self._now = now
        self._wrong = _WrongTries(monotonic)

    def make(
        self,
        actor: Actor,
        name: str,
        role: Role,
        *,
        college_ids: frozenset[int] | None = None,
        days: int | None = None,
    ) -> NewToken:
        """Make a token that acts with this role in these colleges (None: all), for so many days (None: until revoked).

        Raises ConfigurationError for a name, role or time that cannot be, TakenError for a name there is already,
        NotFoundError for a college that is not the actor's.
        """
        with self._gate.use(actor, UseCase.MANAGE_API_TOKENS, f"token {name}") as act:
            name = name.strip()
            if not name or len(name) > _LONGEST_NAME or any(ord(c) < 32 or "\ud800" <= c <= "\udfff" for c in name):
                raise ConfigurationError(f"A name has between 1 and {_LONGEST_NAME} characters.", field="name")
            if role is Role.SYSTEM:
                raise ConfigurationError("This role belongs to the program itself.", field="role")
            if days is not None and not 1 <= days <= MOST_DAYS:
                raise ConfigurationError(f"A token is good for 1 to {MOST_DAYS:,} days.", field="days")
            self._check_colleges(actor, college_ids)
            expires_at = None if days is None else self._now() + timedelta(days=days)
            text = token_of(randomness.token_bytes(RANDOM_BYTES))
            token = self._tokens.add(
                name, digest_of(text), role, college_ids, created_by=actor.name, expires_at=expires_at
            )
            act.detail = ROLE_LABELS[role] + (f", for {count(days, 'day')}" if days is not None else "")
        self._events.emit(ApiTokensChanged())
        return NewToken(token, text)

    def all(self, actor: Actor) -> list[ApiToken]:
        """Return the tokens this actor may see, by name; those that have expired are among them."""
        with self._gate.use(actor, UseCase.VIEW_API_TOKENS, "tokens"):
            return [token for token in self._tokens.all() if _sees(actor, token)]

    def revoke(self, actor: Actor, name: str) -> ApiToken:
        """Take a token away, by its name or number; the program that has it is refused from now on."""
        with self._gate.use(actor, UseCase.MANAGE_API_TOKENS, f"token {name}") as act:
            mine = [token for token in self._tokens.all() if _sees(actor, token)]
            found = [token for token in mine if token.name.casefold() == name.strip().casefold()]
            found = found or [token for token in mine if str(token.token_id) == name]
            if not found:
                near = did_you_mean(name, [token.name for token in mine])
                raise NotFoundError(f"There is no token called “{name}”.{near}")
            self._tokens.remove(found[0].token_id)
            act.detail = "revoked"
        self._events.emit(ApiTokensChanged())
        return found[0]

    def admit(self, text: str, address: str) -> Bearer:
        """Return as whom a program acts that shows this token; `address` is the computer it came from.

        Raises WrongTokenError, and TransientError once an address has shown too many wrong ones. A right token is
        admitted even then: it cannot be guessed, and a program gone wrong must not shut out its neighbours.
        """
        now = self._now()
        token = self._tokens.with_digest(digest_of(text)) if is_token(text) else None
        if token is None or token.expired(now):
            place = _place_of(address)
            self._wrong.count(place)
            stranger = Actor("a program without a valid token", Role.VIEWER, Face.API, frozenset())
            with self._gate.use(stranger, UseCase.USE_API_TOKEN, f"a token from {place}"):
                raise WrongTokenError(
                    "The token is wrong, was revoked or has expired. Make a new one: hub-desktop tokens add.",
                    "unknown token" if token is None else f"token {token.name} has expired",
                )
        self._tokens.note_use(token, now)
        return Bearer(Actor(f"token “{token.name}”", token.role, Face.API, token.college_ids), token.token_id)

    def still_valid(self, bearer: Bearer) -> bool:
        """Tell whether the token by which a program was admitted is still there and has not expired."""
        try:
            return not self._tokens.get(bearer.token_id).expired(self._now())
        except NotFoundError:
            return False

    def _check_colleges(self, actor: Actor, college_ids: frozenset[int] | None) -> None:
        if college_ids is None:
            if actor.college_ids is not None:
                raise NotAllowedError("Only an account for all colleges may make a token for all of them.")
            return
        unknown = sorted(c for c in college_ids if c not in self._colleges.all() or not actor.may_see(c))
        if unknown or not college_ids:
            raise NotFoundError(f"There is no college {unknown[0]}." if unknown else "Name a college.")


class _WrongTries:
    """Wrong tokens in a row by address; from the eleventh on, the address has to wait longer each time."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()
        """Address → how many, and when the next is listened to; the one that tried last stands last."""

    def count(self, place: str) -> None:
        """Count a wrong token; raise TransientError while the address has to wait."""
        with self._lock:
            now = self._monotonic()
            wrong, not_before = self._tries.get(place, (0, 0.0))
            if not_before > now:
                seconds = int(not_before - now) + 1
                raise TransientError(
                    f"Too many wrong tokens came from this computer. Wait {count(seconds, 'second')}.",
                    "wrong tokens are slowed down",
                    retry_at=utc_now() + timedelta(seconds=seconds),
                )
            if now - not_before > _LONGEST_WAIT and wrong > _FREE_TRIES:
                # Quiet for long enough to begin anew.
                wrong = 0
            wrong += 1
            over = wrong - _FREE_TRIES
            wait = 0.0 if over < 0 else min(_FIRST_WAIT * 2 ** min(over, 20), _LONGEST_WAIT)
            self._tries[place] = (wrong, now + wait)
            self._tries.move_to_end(place)
            if len(self._tries) > _MOST_ADDRESSES:
                self._tries.popitem(last=False)


def _place_of(address: str) -> str:
    """Return under which name an address is counted: this computer as one, and a whole network of IPv6."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "an unknown address"
    mapped = getattr(known, "ipv4_mapped", None) or known
    if mapped.is_loopback:
        return "this computer"
    if isinstance(mapped, ipaddress.IPv6Address):
        # A provider gives whole networks of this size to one customer.
        return str(ipaddress.ip_network((int(mapped), 64), strict=False))
    return str(mapped)


def _sees(actor: Actor, token: ApiToken) -> bool:
    if actor.college_ids is None:
        return True
    return token.college_ids is not None and token.college_ids <= actor.college_ids
