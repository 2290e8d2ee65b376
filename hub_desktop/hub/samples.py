"""Samples: some real records of an endpoint, for whoever maps its fields. Nothing of them is stored."""

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.integration import Integration, sends_elsewhere
from hub_desktop.core.network import Way
from hub_desktop.core.redaction import MASK, Redactor
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.core.words import count, did_you_mean
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.kept_tokens import KeptTokens
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.punches import PunchStore
from hub_desktop.store.secrets import SecretStore
from hub_desktop.sync.javascript import rewrite_once
from hub_desktop.sync.punch_source import PunchSource

if TYPE_CHECKING:
    from hub_desktop.upstream.one_pass import Page

MOST = 100
"""Records that a sample holds; more than are shown, so that suggestions see how values differ."""
_MOST_REASONS = 3


class Sample(Struct, frozen=True):
    """The first records of an endpoint, as they reach the field mapping."""

    records: tuple[Mapping[str, Any], ...]
    notes: tuple[str, ...] = ()
    """What is worth knowing of them, in sentences."""


class Samples:
    """The use case of looking at real records before a mapping is stored."""

    def __init__(
        self,
        gate: Gate,
        integrations: IntegrationStore,
        secrets: SecretStore,
        folder: DataFolder,
        punches: PunchStore,
        *,
        way: Callable[[], Way],
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._secrets = secrets
        self._folder = folder
        self._punches = punches
        self._way = way

    def take(
        self,
        actor: Actor,
        config: Integration,
        secrets: Mapping[str, str],
        endpoint: str,
        *,
        integration_id: int | None = None,
        cancel: threading.Event | None = None,
    ) -> Sample:
        """Return the first records of an endpoint; secrets not given are taken from the stored integration.

        An actor who may not see personal data gets the names of fields and no values. Raises NotFoundError for an
        unknown endpoint, and what reading an endpoint raises.
        """
        with self._gate.use(actor, UseCase.TEST, config.name) as act:
            known: dict[str, str] = {}
            keeper: KeptTokens | None = None
            if integration_id is not None:
                stored = self._gate.integration(actor, integration_id, act)
                if not sends_elsewhere(stored.config, config):
                    known = self._kept(stored)
                keeper = KeptTokens(
                    integration_id, config, integrations=self._integrations, secrets=self._secrets, folder=self._folder
                )
            if endpoint not in config.endpoints:
                raise NotFoundError(
                    f"{config.name} has no endpoint “{endpoint}”.{did_you_mean(endpoint, config.endpoints)}"
                )
            stop = cancel or threading.Event()
            given = known | dict(secrets)
            redactor = self._secrets.redactor.with_secrets(secrets.values())
            if config.fed_by_devices:
                # A number that no integration has yet has no punches either.
                source = PunchSource(config, integration_id or 0, self._punches, cursor=lambda _: None, cancel=stop)
                records: list[object] = [*source.sample(endpoint, MOST)]
            else:
                page = _first_page(
                    config, endpoint, given, cancel=stop, redactor=redactor, keeper=keeper, way=self._way
                )
                records = [*page.records[:MOST]]
            sample = _rewritten(config, endpoint, records)
            act.detail = f"sample of {endpoint}: {count(len(sample.records), 'record')}"
        if allowed(actor.role, UseCase.VIEW_PERSONAL):
            return sample
        # Which of its fields are personal is not known before they are mapped, so none is shown.
        return Sample(tuple(_hidden(record) for record in sample.records), sample.notes)

    def _kept(self, stored: StoredIntegration) -> dict[str, str]:
        found = {name: self._secrets.get(stored.integration_id, name) for name in stored.config.typed_secrets()}
        return {name: value for name, value in found.items() if value is not None}


def _rewritten(config: Integration, endpoint: str, records: list[object]) -> Sample:
    """Return the records as the JavaScript of the endpoint leaves them, where it has one."""
    done = rewrite_once(endpoint, config.endpoints[endpoint], records)
    notes = list(dict.fromkeys(reason for _, reason in done.refused))[:_MOST_REASONS]
    if done.passed_over:
        notes.insert(0, f"The JavaScript of this endpoint passes {count(done.passed_over, 'record')} over.")
    return Sample(tuple(record for record in done.records if isinstance(record, Mapping)), tuple(notes))


def _hidden(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _hidden(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_hidden(inner) for inner in value]
    return None if value is None else MASK


def _first_page(
    config: Integration,
    endpoint: str,
    secrets: Mapping[str, str],
    *,
    cancel: threading.Event,
    redactor: Redactor,
    keeper: KeptTokens | None,
    way: Callable[[], Way],
) -> "Page":
    """Return the first page of an endpoint; the client behind it is loaded only now."""
    if config.reads_files:
        from hub_desktop.upstream.files.reading import FileUpstream

        return FileUpstream(config, cancel=cancel).first_page(endpoint)[0]
    from hub_desktop.upstream.reading import Upstream

    with Upstream(config, secrets, cancel=cancel, redactor=redactor, keeper=keeper, way=way(), ahead=0) as upstream:
        return upstream.first_page(endpoint)
