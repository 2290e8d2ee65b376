"""The bookmarks of endpoints on disk: read here, written with the page they belong to (`store/records.py`)."""

import sqlalchemy as sa

from hub_desktop.core.bookmarks import Validator
from hub_desktop.store.engine import writing
from hub_desktop.store.record_tables import cursors, validators


class BookmarkStore:
    """Reads and forgets bookmarks; one whose fingerprint is another is as good as none."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def cursor(self, integration_id: int, endpoint: str, fingerprint: str) -> str | None:
        """Return how far the endpoint has come, None where it begins anew."""
        query = sa.select(cursors.c.value).where(
            cursors.c.integration_id == integration_id,
            cursors.c.endpoint == endpoint,
            cursors.c.fingerprint == fingerprint,
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def validators(self, integration_id: int, endpoint: str, fingerprint: str) -> dict[str, Validator]:
        """Return what was kept of all answers of an endpoint, by the digests of their requests."""
        query = sa.select(validators).where(
            validators.c.integration_id == integration_id,
            validators.c.endpoint == endpoint,
            validators.c.fingerprint == fingerprint,
        )
        with self._engine.connect() as connection:
            return {
                row.digest: Validator(
                    row.digest, row.etag, row.last_modified, row.records, row.body or "", row.frame or ""
                )
                for row in connection.execute(query)
            }

    def forget(self, integration_id: int, endpoints: list[str] | None = None) -> None:
        """Let the next run read these endpoints from the beginning, or all, whatever was kept."""
        moved = sa.update(cursors).where(cursors.c.integration_id == integration_id)
        told = sa.delete(validators).where(validators.c.integration_id == integration_id)
        if endpoints is not None:
            moved = moved.where(cursors.c.endpoint.in_(endpoints))
            told = told.where(validators.c.endpoint.in_(endpoints))
        with self._writing.begin() as connection:
            connection.execute(moved.values(value=None, fingerprint=None))
            connection.execute(told)
