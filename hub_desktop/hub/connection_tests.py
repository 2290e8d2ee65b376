"""Testing the connection to an upstream: of a stored integration, or of one that is not saved yet."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import HubError
from hub_desktop.core.integration import Integration, sends_elsewhere
from hub_desktop.core.network import Way
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.device_checks import DeviceChecks
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.kept_tokens import KeptTokens, typed_secrets
from hub_desktop.hub.proofs import Proofs
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.secrets import SecretStore
from hub_desktop.sync.javascript import rewrite_once

if TYPE_CHECKING:
    from hub_desktop.core.catalog import Template
    from hub_desktop.upstream.doctor import Report, Told

_log = logging.getLogger(__name__)


class ConnectionTests:
    """Examines connections step by step; writes nothing but that a test was passed."""

    def __init__(
        self,
        gate: Gate,
        *,
        folder: DataFolder,
        integrations: IntegrationStore,
        secrets: SecretStore,
        proofs: Proofs,
        way: Callable[[], Way],
        templates: Callable[[], Sequence["Template"]],
        device_checks: DeviceChecks,
    ) -> None:
        self._gate = gate
        self._folder = folder
        self._integrations = integrations
        self._secrets = secrets
        self._proofs = proofs
        self._way = way
        self._templates = templates
        self._device_checks = device_checks

    def stored(
        self,
        actor: Actor,
        integration_id: int,
        *,
        endpoints: Sequence[str] | None = None,
        cancel: threading.Event | None = None,
        told: "Told | None" = None,
    ) -> "Report":
        """Examine the connection of a stored integration; `told` hears of each step, on this thread."""
        from hub_desktop.upstream.doctor import examine

        with self._gate.use(actor, UseCase.TEST, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            if stored.config.fed_by_devices:
                report = self._device_checks.examine(stored.config, integration_id, endpoints, told)
                act.detail = self._tested(stored, report, whole=endpoints is None)
                return report
            secrets = typed_secrets(self._secrets, stored)
            report = examine(
                stored.config,
                secrets,
                cancel=cancel or threading.Event(),
                redactor=self._secrets.redactor,
                keeper=self._keeper(stored.integration_id, stored.config),
                way=self._way(),
                templates=self._known_systems(),
                endpoints=endpoints,
                told=told,
                rewrite=rewrite_once,
            )
            act.detail = self._tested(stored, report, whole=endpoints is None)
            return report

    def unsaved(
        self,
        actor: Actor,
        config: Integration,
        secrets: dict[str, str],
        *,
        integration_id: int | None = None,
        cancel: threading.Event | None = None,
        told: "Told | None" = None,
    ) -> "Report":
        """Examine a connection before it is saved; secrets not given are taken from the stored integration."""
        from hub_desktop.upstream.doctor import examine

        with self._gate.use(actor, UseCase.TEST, config.name) as act:
            known: dict[str, str] = {}
            redactor = self._secrets.redactor
            if integration_id is not None:
                stored = self._gate.integration(actor, integration_id, act)
                if not sends_elsewhere(stored.config, config):
                    known = typed_secrets(self._secrets, stored)
                    redactor = self._secrets.redactor
            if config.fed_by_devices:
                return self._device_checks.examine(config, integration_id, None, told)
            report = examine(
                config,
                known | secrets,
                cancel=cancel or threading.Event(),
                redactor=redactor.with_secrets(secrets.values()),
                keeper=None if integration_id is None else self._keeper(integration_id, config),
                way=self._way(),
                templates=self._known_systems(),
                told=told,
                rewrite=rewrite_once,
            )
            if report.ok:
                self._proofs.unsaved_test_passed(config, secrets)
            return report

    def _tested(self, stored: StoredIntegration, report: "Report", *, whole: bool) -> str:
        if report.ok and whole:
            self._proofs.test_passed(stored.integration_id, stored.config)
        return "passed" if report.ok else "did not pass"

    def _known_systems(self) -> Sequence["Template"]:
        try:
            return self._templates()
        except HubError as error:
            # A test without the catalog is better than none.
            _log.warning("the test goes on without the catalog: %s", error.detail)
            return ()

    def _keeper(self, integration_id: int, config: Integration) -> KeptTokens:
        return KeptTokens(
            integration_id, config, integrations=self._integrations, secrets=self._secrets, folder=self._folder
        )
