"""The hub: all use cases over one data folder."""

from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import utc_now
from hub_desktop.hub.accounts import Accounts
from hub_desktop.hub.activity import Activity
from hub_desktop.hub.api_tokens import ApiTokens
from hub_desktop.hub.audit import Audit
from hub_desktop.hub.autostart import Autostart
from hub_desktop.hub.away import Away
from hub_desktop.hub.backup_making import BackupMaking
from hub_desktop.hub.backups import Backups
from hub_desktop.hub.bulk import Bulk
from hub_desktop.hub.catalog import Catalog
from hub_desktop.hub.closeups import Closeups
from hub_desktop.hub.college_calendars import CollegeCalendars
from hub_desktop.hub.connection_tests import ConnectionTests
from hub_desktop.hub.decisions import Decisions
from hub_desktop.hub.device_checks import DeviceChecks
from hub_desktop.hub.device_views import DeviceViews
from hub_desktop.hub.devices import Devices
from hub_desktop.hub.doors import Doors
from hub_desktop.hub.drafts import Drafts
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.explorer import Explorer
from hub_desktop.hub.exports import Exports
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.inbox import Inbox
from hub_desktop.hub.integrations import Integrations
from hub_desktop.hub.listener_settings import Listening
from hub_desktop.hub.live import LiveProgress
from hub_desktop.hub.network import Network
from hub_desktop.hub.nightly import Nightly
from hub_desktop.hub.notifications import Notifications
from hub_desktop.hub.overview import Overview
from hub_desktop.hub.privacy import Privacy
from hub_desktop.hub.proofs import Proofs
from hub_desktop.hub.quarantine import Quarantine
from hub_desktop.hub.reception import Reception
from hub_desktop.hub.records import Records
from hub_desktop.hub.reports import Reports
from hub_desktop.hub.samples import Samples
from hub_desktop.hub.set_ups import SetUps
from hub_desktop.hub.shapes import Shapes
from hub_desktop.hub.sign_ins import SignIns
from hub_desktop.hub.sources import Sources
from hub_desktop.hub.storage import Storage
from hub_desktop.hub.stores import Stores
from hub_desktop.hub.syncs import Syncs, SyncStores
from hub_desktop.hub.unkept import UnkeptRuns
from hub_desktop.hub.webhooks import Webhooks
from hub_desktop.store.delivery_writer import DeliveryWriter
from hub_desktop.store.engine import Databases, open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.previewing import PreviewDisk
from hub_desktop.store.vault import Vault


class Hub:
    """Every use case, by subject. Safe to call from any thread."""

    def __init__(self, folder: DataFolder, databases: Databases, vault: Vault) -> None:
        kept = Stores.over(databases, vault)
        gate = Gate(kept.audit, kept.integrations, lambda: kept.secrets.redactor)
        self._databases, self._secrets, live, unkept = databases, kept.secrets, LiveProgress(), UnkeptRuns()
        self.first_start = databases.first_start
        self.events, making = EventStream(), BackupMaking(folder, databases, vault, kept.integrations)
        self.events.subscribe(live.hear)
        self.catalog = Catalog()
        self.network = Network(gate, kept.settings, kept.secrets, self.events)
        self.samples = Samples(gate, kept.integrations, kept.secrets, folder, kept.punches, way=self.network.way)
        proofs = Proofs(kept.settings)
        self.integrations = Integrations(
            gate,
            kept.integrations,
            kept.colleges,
            kept.secrets,
            bookmarks=kept.bookmarks,
            webhook_states=kept.webhook_states,
            proofs=proofs,
            events=self.events,
        )
        self.sign_ins = SignIns(
            gate,
            kept.integrations,
            kept.secrets,
            folder,
            bookmarks=kept.bookmarks,
            proofs=proofs,
            events=self.events,
            way=self.network.way,
        )
        self.sources = Sources(gate, kept.integrations, kept.colleges, kept.settings)
        self.calendars = CollegeCalendars(gate, self.sources, kept.settings, self.events)
        self.nightly = Nightly(gate, folder, making=making, settings=kept.settings, events=self.events)
        self.privacy = Privacy(
            gate,
            self.sources,
            folder=folder,
            nightly_left=self.nightly.left,
            integrations=kept.integrations,
            settings=kept.settings,
            bookmarks=kept.bookmarks,
            erasure=kept.erasure,
            punches=kept.punches,
        )
        of_syncs = SyncStores(
            folder,
            kept.integrations,
            kept.runs,
            kept.log,
            kept.records,
            kept.bookmarks,
            kept.secrets,
            lambda: PreviewDisk(databases.records),
            self.privacy.keeping,
            kept.shapes,
            kept.references,
            kept.punches,
            self.calendars,
            proofs,
            self.network.way,
        )
        self.listener_settings = Listening(gate, kept.settings, kept.secrets, self.events, folder.is_held)
        checks = DeviceChecks(kept.devices, kept.punches, self.listener_settings.settings)
        writer = DeliveryWriter(databases.hub, folder.hub_file)
        inbox = Inbox(kept.deliveries, writer.per_second)
        self.syncs = Syncs(gate, of_syncs, self.events, inbox, unkept)
        self.tests = ConnectionTests(
            gate,
            folder=folder,
            integrations=kept.integrations,
            secrets=kept.secrets,
            proofs=proofs,
            way=self.network.way,
            templates=self.catalog.all,
            device_checks=checks,
        )
        self.bulk = Bulk(gate, self.integrations, self.syncs)
        self.drafts = Drafts(gate, kept.settings, self.redactor)
        self.set_ups = SetUps(
            gate,
            self.integrations,
            self.syncs,
            proofs=proofs,
            secrets=kept.secrets,
            runs=kept.runs,
            records=kept.records,
            deliveries=kept.deliveries,
        )
        self.decisions = Decisions(
            gate,
            folder=folder,
            integrations=kept.integrations,
            runs=kept.runs,
            log=kept.log,
            records=kept.records,
            events=self.events,
            redactor=self.redactor,
        )
        self._away = Away(
            folder,
            integrations=kept.integrations,
            settings=kept.settings,
            college_times=self.calendars.times,
            events=self.events,
        )
        for hears in (self.syncs.hear, self._away.hear):
            self.events.subscribe(hears)
        self.notifications = Notifications(gate, kept.settings, self.events)
        self.overview = Overview(
            gate,
            integrations=kept.integrations,
            colleges=kept.colleges,
            runs=kept.runs,
            records=kept.records,
            live=live,
            unkept=unkept,
            shapes=kept.shapes,
            deliveries=kept.deliveries,
            webhook_states=kept.webhook_states,
            devices=DeviceViews(
                devices=kept.devices,
                integrations=kept.integrations,
                settings=kept.settings,
                listener=self.listener_settings.settings,
                calendars=self.calendars,
                now=utc_now,
            ),
            calendars=self.calendars,
            paused_until=self.notifications.paused_until,
        )
        self.records = Records(gate, kept.integrations, kept.records, self.privacy.digest)
        self.explorer = Explorer(
            gate,
            self.sources,
            current=kept.current,
            corrections=kept.corrections,
            lineage=kept.lineage,
            comparison=kept.comparison,
            digest=self.privacy.digest,
        )
        self.exports = Exports(self.records)
        self.reports = Reports(gate, self.sources, kept.integrations, kept.reports, kept.records.counts)
        self.quarantine = Quarantine(gate, of_syncs, kept.refused, self.syncs, self.events)
        self.closeups = Closeups(
            gate, integrations=kept.integrations, runs=kept.runs, shapes=kept.shapes, quarantine=kept.refused
        )
        self.shapes = Shapes(gate, kept.integrations, kept.shapes, self.events)
        doors = Doors(kept.integrations, kept.webhook_states, kept.secrets)
        self.events.subscribe(doors.hear)
        self.reception = Reception(gate, doors, kept.webhook_states, self.syncs, self.events, writer=writer)
        self.webhooks = Webhooks(
            gate,
            integrations=kept.integrations,
            deliveries=kept.deliveries,
            states=kept.webhook_states,
            secrets=kept.secrets,
            settings=kept.settings,
            syncs=self.syncs,
            reception=self.reception,
            events=self.events,
            listener=lambda: self.listener_settings.state().place,
        )
        self.devices = Devices(
            gate,
            devices=kept.devices,
            punches=kept.punches,
            integrations=kept.integrations,
            bookmarks=kept.bookmarks,
            settings=kept.settings,
            listener=self.listener_settings.settings,
            syncs=self.syncs,
            events=self.events,
            calendars=self.calendars,
            keeping=self.privacy.keeping,
        )
        self.accounts = Accounts(gate, kept.accounts, kept.colleges, self.events)
        self.api_tokens = ApiTokens(gate, kept.api_tokens, kept.colleges, self.events)
        self.audit = Audit(gate, kept.audit)
        self.activity = Activity(gate, kept.integrations, kept.runs, kept.log, kept.audit)
        self.autostart = Autostart(gate, folder, vault=vault, settings=kept.settings, events=self.events)
        self.storage = Storage(gate, folder, databases, vault, kept.settings)
        self.backups = Backups(
            gate, folder, databases, vault, making=making, settings=kept.settings, events=self.events
        )

    @classmethod
    def open(cls, folder: DataFolder, vault: Vault) -> "Hub":
        """Open the hub over a prepared folder; raise StorageError or VaultError when it cannot be."""
        return cls(folder, open_databases(folder, vault), vault)

    def tick(self) -> None:
        """Ask for every run that is due now, and once a day clean up and make a backup; the clock calls this."""
        try:
            self._away.look()
            self.syncs.request_due()
            self.webhooks.tick()
            self.devices.tick()
            self.privacy.apply_daily()
        finally:
            # Whatever fails again and again, such as a damaged page: a backup, or why there is none, must come.
            self.nightly.tick(syncing=not self.syncs.idle())

    def health(self) -> list[HealthFinding]:
        """Return what is well and what is not about the listener, the devices that push and the backups.

        It names no person and no secret, so that whoever sits at the computer may see it.
        """
        of_backups = [*self.backups.findings(), *self.nightly.findings()]
        return [*self.listener_settings.findings(), *self.devices.health(), *of_backups]

    def redactor(self) -> Redactor:
        """Return what masks every secret touched so far."""
        return self._secrets.redactor

    def close(self) -> None:
        """Cancel what runs and close the files; the lanes must have gone home."""
        self.nightly.close()
        self.syncs.close()
        self.webhooks.close()
        self.explorer.rest()
        self._databases.close()
