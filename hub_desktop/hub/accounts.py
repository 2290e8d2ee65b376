"""People: the one at the PC, those with accounts, and their signing in."""

import threading
import time
from collections.abc import Callable

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError, TransientError
from hub_desktop.core.events import AccountsChanged
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.core.words import count
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.store.accounts import Account, AccountStore
from hub_desktop.store.integrations import CollegeStore

SHORTEST_PASSWORD = 10
_LONGEST_PASSWORD = 200
_FREE_TRIES = 5
_FIRST_WAIT = 15.0
_LONGEST_WAIT = 900.0
_MOST_NAMES = 1000
_MANAGERS = frozenset({Role.PRINCIPAL, Role.ADMIN})


class SignInNeededError(NotAllowedError):
    """There are accounts, so nobody is let in without one."""


class Accounts:
    """The use cases of accounts and colleges."""

    def __init__(
        self,
        gate: Gate,
        accounts: AccountStore,
        colleges: CollegeStore,
        events: EventStream,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gate = gate
        self._accounts = accounts
        self._colleges = colleges
        self._events = events
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._removing = threading.Lock()
        self._wrong: dict[str, tuple[int, float]] = {}
        """Folded name → wrong passwords in a row, and when the next is listened to."""

    def needed(self) -> bool:
        """Tell whether people must sign in: from the first account on."""
        return self._accounts.exist()

    def person_at_the_pc(self, face: Face) -> Actor:
        """Return the principal, as long as nobody has an account; raise SignInNeededError afterwards."""
        if self.needed():
            raise SignInNeededError("Sign in with your account to go on.")
        return Actor("the person at this PC", Role.PRINCIPAL, face)

    def sign_in(self, name: str, password: str, face: Face) -> Actor:
        """Return the actor of the account; raise NotAllowedError when name or password is wrong.

        After five wrong passwords in a row the name has to wait, longer each time (TransientError).
        """
        stranger = Actor(name, Role.VIEWER, face, frozenset())
        folded = name.casefold()
        with self._gate.use(stranger, UseCase.SIGN_IN, f"account {name}"):
            self._count_try(folded)
            account = self._accounts.check(name, password) if _is_text(name + password) else None
            if account is None:
                raise NotAllowedError("The name or the password is wrong.", "sign-in refused")
            with self._lock:
                self._wrong.pop(folded, None)
        return Actor(account.name, account.role, face, account.college_ids)

    def add(
        self,
        actor: Actor,
        name: str,
        role: Role,
        password: str,
        college_ids: frozenset[int] | None = None,
    ) -> Account:
        """Make an account; the first one must be a principal or an administrator of all colleges."""
        with self._gate.use(actor, UseCase.MANAGE_ACCOUNTS, f"account {name}") as act:
            name = name.strip()
            if not name or len(name) > 80 or any(ord(c) < 32 for c in name):
                raise ConfigurationError("A name has between 1 and 80 characters.", field="name")
            if role is Role.SYSTEM:
                raise ConfigurationError("This role belongs to the program itself.", field="role")
            check_password(name, password)
            if not self._accounts.exist() and (role not in _MANAGERS or college_ids is not None):
                raise ConfigurationError(
                    "The first account must be a principal or an administrator of all colleges, or nobody could make "
                    "the next one.",
                    field="role",
                )
            if college_ids is None and actor.college_ids is not None:
                raise NotAllowedError("Only an account for all colleges may make another one for all of them.")
            if college_ids is not None:
                unknown = sorted(c for c in college_ids if c not in self._colleges.all() or not actor.may_see(c))
                if unknown or not college_ids:
                    raise NotFoundError(f"There is no college {unknown[0]}." if unknown else "Name a college.")
            act.detail = ROLE_LABELS[role]
            account = self._accounts.add(name, role, password, college_ids)
        self._events.emit(AccountsChanged())
        return account

    def remove(self, actor: Actor, name: str) -> None:
        """Delete an account; the last one that can manage the others stays."""
        with self._gate.use(actor, UseCase.MANAGE_ACCOUNTS, f"account {name}") as act:
            account = self._account_of(actor, name)
            with self._removing:
                managers = [a for a in self._accounts.all() if a.role in _MANAGERS and a.college_ids is None]
                if [a.account_id for a in managers] == [account.account_id]:
                    raise ConfigurationError(
                        f"{account.name} is the last account that can manage the others, so it stays. Make another "
                        "principal or administrator first."
                    )
                act.detail = "removed"
                self._accounts.remove(name)
        self._events.emit(AccountsChanged())

    def set_password(self, actor: Actor, name: str, password: str) -> None:
        """Give an account another password."""
        with self._gate.use(actor, UseCase.MANAGE_ACCOUNTS, f"account {name}") as act:
            self._account_of(actor, name)
            check_password(name, password)
            self._accounts.set_password(name, password)
            act.detail = "new password"

    def all(self, actor: Actor) -> list[Account]:
        """Return all accounts."""
        with self._gate.use(actor, UseCase.VIEW_ACCOUNTS, "accounts"):
            return [account for account in self._accounts.all() if _sees(actor, account)]

    def colleges(self, actor: Actor) -> dict[int, str]:
        """Return the colleges this actor may see, by number."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "colleges"):
            self._colleges.default()
            return {number: name for number, name in self._colleges.all().items() if actor.may_see(number)}

    def add_college(self, actor: Actor, name: str) -> int:
        """Add a college; return its number."""
        with self._gate.use(actor, UseCase.MANAGE_COLLEGES, f"college {name}"):
            if actor.college_ids is not None:
                raise NotAllowedError("Only an account for all colleges may add one.")
            if not name.strip() or len(name) > 120:
                raise ConfigurationError("A college's name has between 1 and 120 characters.", field="name")
            return self._colleges.add(name.strip())

    def rename_college(self, actor: Actor, college_id: int, name: str) -> None:
        """Give a college another name."""
        with self._gate.use(actor, UseCase.MANAGE_COLLEGES, f"college {college_id}"):
            if not actor.may_see(college_id) or college_id not in self._colleges.all():
                raise NotFoundError(f"There is no college {college_id}.")
            if not name.strip() or len(name) > 120:
                raise ConfigurationError("A college's name has between 1 and 120 characters.", field="name")
            self._colleges.rename(college_id, name.strip())

    def _count_try(self, folded: str) -> None:
        """Count a try before its password is looked at, so that many at once are not free; a right one is forgotten.

        Raises TransientError while the name has to wait.
        """
        with self._lock:
            now = self._monotonic()
            wrong, not_before = self._wrong.get(folded, (0, 0.0))
            if not_before > now:
                raise TransientError(
                    f"Too many wrong passwords. Wait {count(round(not_before - now) + 1, 'second')}, then try again."
                )
            if folded not in self._wrong and len(self._wrong) >= _MOST_NAMES:
                # Names that need not wait first, so that trying others does not free one that must.
                del self._wrong[min(self._wrong, key=lambda name: self._wrong[name][1])]
            wrong += 1
            wait = 0.0 if wrong < _FREE_TRIES else min(_FIRST_WAIT * 2 ** min(wrong - _FREE_TRIES, 10), _LONGEST_WAIT)
            self._wrong[folded] = (wrong, now + wait)

    def _account_of(self, actor: Actor, name: str) -> Account:
        """Return the account; raise NotFoundError where it does not exist for this actor."""
        account = self._accounts.get(name)
        if not _sees(actor, account):
            raise NotFoundError(f"There is no account called “{name}”.")
        return account


def _sees(actor: Actor, account: Account) -> bool:
    if actor.college_ids is None:
        return True
    return account.college_ids is not None and account.college_ids <= actor.college_ids


def _is_text(text: str) -> bool:
    """Tell whether the text holds no lone surrogate, which can be neither hashed nor stored."""
    return not any("\ud800" <= c <= "\udfff" for c in text)


def check_password(name: str, password: str) -> None:
    """Raise ConfigurationError for a password that is too short, too long, or the name itself."""
    if not _is_text(name + password):
        raise ConfigurationError("The name or the password holds a character that is no text.", field="password")
    if len(password) < SHORTEST_PASSWORD:
        raise ConfigurationError(
            f"The password is shorter than {SHORTEST_PASSWORD} characters. Several words make a good one.",
            field="password",
        )
    if len(password) > _LONGEST_PASSWORD:
        raise ConfigurationError(f"The password is longer than {_LONGEST_PASSWORD} characters.", field="password")
    if password.casefold() in {name.casefold(), name.casefold() * 2}:
        raise ConfigurationError("The password is the name. Choose another one.", field="password")
