"""Accounts on disk, their passwords as Argon2id hashes."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import ConfigurationError, NotFoundError
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import accounts

if TYPE_CHECKING:
    from argon2 import PasswordHasher


class Account(Struct, frozen=True):
    """A person who signs in; `college_ids` None means all colleges."""

    account_id: int
    name: str
    role: Role
    college_ids: frozenset[int] | None
    created_at: datetime
    last_sign_in: datetime | None


class AccountStore:
    """Reads and writes accounts; a password never leaves it in any form."""

    def __init__(self, engine: sa.Engine, hasher: "PasswordHasher | None" = None) -> None:
        self._engine = engine
        self._writing = writing(engine)
        self._given_hasher = hasher
        self._decoy: str | None = None

    @cached_property
    def _hasher(self) -> "PasswordHasher":
        from argon2 import PasswordHasher

        return self._given_hasher or PasswordHasher()

    def exist(self) -> bool:
        """Tell whether anybody has an account."""
        with self._engine.connect() as connection:
            return connection.execute(sa.select(accounts.c.id).limit(1)).first() is not None

    def add(self, name: str, role: Role, password: str, college_ids: frozenset[int] | None) -> Account:
        """Store an account; raise ConfigurationError when the name is taken."""
        values = {
            "name": name,
            "name_folded": name.casefold(),
            "role": role,
            "created_at": utc_now(),
            "password_hash": self._hasher.hash(password),
            "college_ids": None if college_ids is None else sorted(college_ids),
        }
        try:
            with self._writing.begin() as connection:
                connection.execute(sa.insert(accounts).values(values))
        except sa.exc.IntegrityError:
            raise ConfigurationError(f"There is already an account called “{name}”.", field="name") from None
        return self.get(name)

    def get(self, name: str) -> Account:
        """Return the account; raise NotFoundError when there is none."""
        for account in self.all():
            if account.name.casefold() == name.casefold():
                return account
        raise NotFoundError(f"There is no account called “{name}”.")

    def all(self) -> list[Account]:
        """Return all accounts by name."""
        with self._engine.connect() as connection:
            return [
                Account(
                    row.id,
                    row.name,
                    Role(row.role),
                    None if row.college_ids is None else frozenset(row.college_ids),
                    row.created_at,
                    row.last_sign_in,
                )
                for row in connection.execute(sa.select(accounts).order_by(accounts.c.name_folded))
            ]

    def remove(self, name: str) -> None:
        """Delete the account; raise NotFoundError when there is none."""
        with self._writing.begin() as connection:
            done = connection.execute(sa.delete(accounts).where(accounts.c.name_folded == name.casefold()))
        if not done.rowcount:
            raise NotFoundError(f"There is no account called “{name}”.")

    def set_password(self, name: str, password: str) -> None:
        """Replace the password; raise NotFoundError when there is no such account."""
        with self._writing.begin() as connection:
            done = connection.execute(
                sa.update(accounts)
                .where(accounts.c.name_folded == name.casefold())
                .values(password_hash=self._hasher.hash(password))
            )
        if not done.rowcount:
            raise NotFoundError(f"There is no account called “{name}”.")

    def check(self, name: str, password: str) -> Account | None:
        """Return the account when the password is its own, None otherwise; an unknown name takes as long."""
        from argon2.exceptions import InvalidHashError, VerificationError

        with self._engine.connect() as connection:
            stored = connection.execute(
                sa.select(accounts.c.password_hash).where(accounts.c.name_folded == name.casefold())
            ).scalar()
        if stored is None:
            self._decoy = self._decoy or self._hasher.hash("nobody")
        try:
            self._hasher.verify(stored or self._decoy or "", password)
        except (VerificationError, InvalidHashError):
            return None
        if stored is None:
            return None
        with self._writing.begin() as connection:
            values: dict[str, datetime | str] = {"last_sign_in": utc_now()}
            if self._hasher.check_needs_rehash(stored):
                values["password_hash"] = self._hasher.hash(password)
            connection.execute(sa.update(accounts).where(accounts.c.name_folded == name.casefold()).values(values))
        return self.get(name)
