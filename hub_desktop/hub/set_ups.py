"""Setting an integration up: it begins switched off, and its checklist tells what is done of it."""

from collections.abc import Mapping

from hub_desktop.core.actor import Actor
from hub_desktop.core.checklist import Checklist, SetUpFacts, checklist
from hub_desktop.core.integration import Submitted
from hub_desktop.core.intervals import EndpointInterval, intervals, with_intervals
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.integrations import Integrations, as_disabled
from hub_desktop.hub.proofs import Proofs
from hub_desktop.hub.syncs import Syncs
from hub_desktop.store.deliveries import DeliveryStore
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.store.records import RecordStore
from hub_desktop.store.runs import RunStore
from hub_desktop.store.secrets import SecretStore


class SetUps:
    """The use cases of setting up, from what was typed to the first syncs that went well."""

    def __init__(
        self,
        gate: Gate,
        integrations: Integrations,
        syncs: Syncs,
        *,
        proofs: Proofs,
        secrets: SecretStore,
        runs: RunStore,
        records: RecordStore,
        deliveries: DeliveryStore,
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._syncs = syncs
        self._proofs = proofs
        self._secrets = secrets
        self._runs = runs
        self._records = records
        self._deliveries = deliveries

    def begin(self, actor: Actor, submitted: Submitted) -> StoredIntegration:
        """Store a new integration, switched off so that a dry run comes before the first write.

        One that devices feed is as it was submitted: there is nothing to look at before they push.
        """
        off = submitted if submitted.integration.fed_by_devices else as_disabled(submitted)
        return self._integrations.add(actor, off)

    def checklist(self, actor: Actor, integration_id: int) -> Checklist:
        """Return what is done of the set-up of an integration and what is not."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, f"integration {integration_id}") as act:
            return checklist(self._facts(self._gate.integration(actor, integration_id, act)))

    def intervals(self, actor: Actor, integration_id: int) -> tuple[EndpointInterval, ...]:
        """Return how often each endpoint is synced."""
        return intervals(self._integrations.get(actor, integration_id).config)

    def set_intervals(self, actor: Actor, integration_id: int, minutes: Mapping[str, int]) -> StoredIntegration:
        """Sync the named endpoints so often; it is an edit like any other, and none where nothing is changed."""
        stored = self._integrations.get(actor, integration_id)
        changed = with_intervals(stored.config, minutes)
        if changed == stored.config:
            return stored
        return self._integrations.edit(actor, integration_id, Submitted(changed), seen=stored.updated_at)

    def finish(self, actor: Actor, integration_id: int) -> None:
        """Switch the integration on and ask for its first sync, so that nobody waits for the clock to come by."""
        self._integrations.set_enabled(actor, integration_id, True)
        self._syncs.request(actor, integration_id)

    def _facts(self, stored: StoredIntegration) -> SetUpFacts:
        number, config = stored.integration_id, stored.config
        kept = {name: self._secrets.get(number, name) is not None for name in config.secret_names()}
        proof, good = self._proofs.of(number, config), self._proofs.good_syncs(number)
        kinds = {kind for source, kind in self._records.counts() if source == number}
        brought = {name for name in config.endpoints if config.data_type_of(name) in kinds}
        return SetUpFacts(
            config,
            missing_secrets=tuple(name for name in config.needed_secrets() if not kept[name]),
            tested=proof.tested,
            seen_good=proof.seen_good | brought,
            # Those of an older version were not counted.
            good_runs=self._runs.polled_well(number) if good is None else good,
            webhook_secret=kept["webhookSecret"],
            delivered=number in self._deliveries.newest_right([number]),
        )
