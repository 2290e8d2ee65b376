"""API tokens on disk: their digests, never the tokens themselves."""

import hmac
from datetime import datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import NotFoundError, TakenError
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import new_id, writing
from hub_desktop.store.tables import api_tokens

_USE_NOTED_EVERY = timedelta(minutes=1)


class ApiToken(Struct, frozen=True):
    """What is known of a token; `college_ids` None means all colleges, `expires_at` None never."""

    token_id: int
    name: str
    role: Role
    college_ids: frozenset[int] | None
    created_at: datetime
    created_by: str
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    """To the minute."""

    def expired(self, now: datetime) -> bool:
        """Tell whether its time is over."""
        return self.expires_at is not None and self.expires_at <= now


class ApiTokenStore:
    """Reads and writes API tokens."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def add(
        self,
        name: str,
        digest: str,
        role: Role,
        college_ids: frozenset[int] | None,
        *,
        created_by: str,
        expires_at: datetime | None,
    ) -> ApiToken:
        """Store a token; raise TakenError when there is one of this name."""
        now = utc_now()
        row = {
            "name": name,
            "name_folded": name.casefold(),
            "digest": digest,
            "role": role,
            "college_ids": None if college_ids is None else sorted(college_ids),
            "created_at": now,
            "created_by": created_by,
            "expires_at": expires_at,
        }
        try:
            with self._writing.begin() as connection:
                made = connection.execute(sa.insert(api_tokens).values(row))
        except sa.exc.IntegrityError:
            raise TakenError(
                f"There is already a token called “{name}”. Choose another name, or revoke that one first.",
                field="name",
            ) from None
        return ApiToken(new_id(made), name, role, college_ids, now, created_by, expires_at)

    def all(self) -> list[ApiToken]:
        """Return all tokens by name."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(api_tokens).order_by(api_tokens.c.name_folded))
            return [_token(row) for row in rows]

    def get(self, token_id: int) -> ApiToken:
        """Return the token; raise NotFoundError when there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(api_tokens).where(api_tokens.c.id == token_id)).first()
        if row is None:
            raise NotFoundError(f"There is no token {token_id}.")
        return _token(row)

    def with_digest(self, digest: str) -> ApiToken | None:
        """Return the token of this digest, None when there is none.

        How long the index takes tells nothing: who does not know a token cannot choose its digest, of which a search
        could then be timed letter by letter. What it finds is compared once more, in constant time.
        """
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(api_tokens).where(api_tokens.c.digest == digest)).first()
        if row is None or not hmac.compare_digest(row.digest.encode(), digest.encode()):
            return None
        return _token(row)

    def note_use(self, token: ApiToken, now: datetime) -> None:
        """Write that the token is used, at most once a minute."""
        last = token.last_used_at
        # A clock that was set back must not keep the old time standing.
        if last is not None and abs(now - last) < _USE_NOTED_EVERY:
            return
        with self._writing.begin() as connection:
            connection.execute(sa.update(api_tokens).where(api_tokens.c.id == token.token_id).values(last_used_at=now))

    def remove(self, token_id: int) -> None:
        """Forget a token; raise NotFoundError when there is none."""
        with self._writing.begin() as connection:
            done = connection.execute(sa.delete(api_tokens).where(api_tokens.c.id == token_id))
        if not done.rowcount:
            raise NotFoundError(f"There is no token {token_id}.")


def _token(row: sa.Row[tuple[object, ...]]) -> ApiToken:
    return ApiToken(
        row.id,
        row.name,
        Role(row.role),
        None if row.college_ids is None else frozenset(row.college_ids),
        row.created_at,
        row.created_by,
        row.expires_at,
        row.last_used_at,
    )
