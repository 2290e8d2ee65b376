"""Settings of the program, by key, as JSON values."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.store.engine import writing
from hub_desktop.store.tables import settings


class SettingStore:
    """Reads and writes settings."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value, or `default`."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(settings.c.value).where(settings.c.key == key)).first()
        return default if row is None else row[0]

    def set(self, key: str, value: Any) -> None:
        """Keep the value."""
        kept = insert(settings).values(key=key, value=value)
        with self._writing.begin() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
