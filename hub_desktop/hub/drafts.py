"""What somebody began to add and did not save, kept until they go on with it; never with a secret."""

import json
from collections.abc import Callable, Collection
from typing import Any

from hub_desktop.core.actor import Actor
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.core.unfinished import MAX_DRAFT, Draft, without_secrets
from hub_desktop.hub.gate import Gate
from hub_desktop.store.settings import SettingStore


class Drafts:
    """The use cases of unfinished integrations: one for each person, the last one they left."""

    def __init__(self, gate: Gate, settings: SettingStore, redactor: Callable[[], Redactor]) -> None:
        self._gate = gate
        self._settings = settings
        self._redactor = redactor

    def keep(self, actor: Actor, draft: Draft, secrets: Collection[str] = ()) -> bool:
        """Keep it in the place of the one before; `secrets` were typed with it, and nothing that holds one is kept.

        Returns False, and keeps none, where it is too long.
        """
        with self._gate.use(actor, UseCase.KEEP_DRAFT, "a draft") as act:
            redactor = self._redactor().with_secrets(secrets)
            written: dict[str, Any] = {
                "name": redactor.line(draft.name),
                "way": draft.way,
                "values": without_secrets(draft.values, redactor),
                "at": to_text(utc_now()),
            }
            act.subject = written["name"] or act.subject
            if len(json.dumps(written)) > MAX_DRAFT:
                act.detail = "too long to be kept"
                return False
            self._settings.set(_key(actor), written)
            return True

    def kept(self, actor: Actor) -> Draft | None:
        """Return the one this person left last, None where there is none."""
        with self._gate.use(actor, UseCase.VIEW_DRAFT, "a draft"):
            written = self._settings.get(_key(actor))
        if not isinstance(written, dict):
            return None
        return Draft(written["name"], written["way"], written["values"], from_text(written["at"]))

    def discard(self, actor: Actor) -> None:
        """Forget it."""
        with self._gate.use(actor, UseCase.KEEP_DRAFT, "a draft") as act:
            act.detail = "discarded"
            self._settings.set(_key(actor), None)


def _key(actor: Actor) -> str:
    return f"draft.{actor.name}"
