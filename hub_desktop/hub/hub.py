"""The hub: all use cases over one data folder."""

from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import utc_now
from hub_desktop.hub.accounts import Accounts
from hub_desktop.hub.activity import Activity
from hub_desktop.hub.api_tokens import ApiTokens
from hub_desktop.hub.audit import Audit
from hub_desktop.hub.autostart import Autostart
from hub_desktop.hub.bulk import Bulk
from hub_desktop.hub.catalog import Catalog
from hub_desktop.hub.closeups import Closeups
from hub_desktop.hub.college_calendars import CollegeCalendars
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
from hub_desktop.hub.syncs import Syncs, SyncStores
from hub_desktop.hub.webhooks import Webhooks
from hub_desktop.store.accounts import AccountStore
from hub_desktop.store.api_tokens import ApiTokenStore
from hub_desktop.store.audit import AuditStore
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.comparison import ComparisonStore
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current import CurrentStore
from hub_desktop.store.deliveries import DeliveryStore
from hub_desktop.store.delivery_writer import DeliveryWriter
from hub_desktop.store.devices import DeviceStore
from hub_desktop.store.engine import Databases, open_databases
from hub_desktop.store.erasure import ErasureStore
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import CollegeStore, IntegrationStore
from hub_desktop.store.lineage import LineageStore
from hub_desktop.store.previewing import PreviewDisk
from hub_desktop.store.punches import PunchStore
from hub_desktop.store.quarantine import QuarantineStore
from hub_desktop.store.records import RecordStore
from hub_desktop.store.references import ReferenceStore
from hub_desktop.store.reports import ReportStore
from hub_desktop.store.runs import LogStore, RunStore
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.store.vault import Vault
from hub_desktop.store.webhook_states import WebhookStateStore


class Hub:
    """Every use case, by subject. Safe to call from any thread."""

    def __init__(self, folder: DataFolder, databases: Databases, vault: Vault) -> None:
        engine = databases.hub
        integrations, colleges = IntegrationStore(engine), CollegeStore(engine)
        runs, log, records = RunStore(engine), LogStore(engine), RecordStore(databases.records)
        deliveries, secrets, audit = DeliveryStore(engine), SecretStore(vault, engine), AuditStore(engine)
        gate, live = Gate(audit, integrations, lambda: secrets.redactor), LiveProgress()
        self._databases, self._secrets = databases, secrets
        self.first_start = databases.first_start
        self.events = EventStream()
        self.events.subscribe(live.hear)
        self.catalog = Catalog()
        devices, punches = DeviceStore(engine), PunchStore(engine)
        self.samples = Samples(gate, integrations, secrets, folder, punches)
        settings, corrections = SettingStore(engine), CorrectionStore(databases.records)
        bookmarks, webhook_states = BookmarkStore(databases.records), WebhookStateStore(engine)
        proofs = Proofs(settings)
        self.integrations = Integrations(
            gate,
            integrations,
            colleges,
            secrets,
            bookmarks=bookmarks,
            webhook_states=webhook_states,
            proofs=proofs,
            events=self.events,
        )
        self.sign_ins = SignIns(gate, integrations, secrets, folder, bookmarks=bookmarks, events=self.events)
        self.sources = Sources(gate, integrations, colleges, settings)
        self.calendars = CollegeCalendars(gate, self.sources, settings, self.events)
        self.privacy = Privacy(
            gate,
            self.sources,
            folder=folder,
            integrations=integrations,
            settings=settings,
            bookmarks=bookmarks,
            erasure=ErasureStore(engine, databases.records),
            punches=punches,
        )
        shapes, refused = ShapeStore(databases.records), QuarantineStore(databases.records)
        stores = SyncStores(
            folder,
            integrations,
            runs,
            log,
            records,
            bookmarks,
            secrets,
            lambda: PreviewDisk(databases.records),
            self.privacy.keeping,
            shapes,
            ReferenceStore(databases.records),
            punches,
            self.calendars,
            proofs,
        )
        self.listener_settings = Listening(gate, settings, secrets, self.events, folder.is_held)
        checks = DeviceChecks(devices, punches, self.listener_settings.settings)
        writer = DeliveryWriter(engine, folder.hub_file)
        inbox = Inbox(deliveries, writer.per_second)
        self.syncs = Syncs(gate, stores, self.events, inbox, self.catalog.all, device_checks=checks)
        self.bulk, self.drafts = Bulk(self.integrations, self.syncs), Drafts(gate, settings, self.redactor)
        self.set_ups = SetUps(
            gate,
            self.integrations,
            self.syncs,
            proofs=proofs,
            secrets=secrets,
            runs=runs,
            records=records,
            deliveries=deliveries,
        )
        self.decisions = Decisions(
            gate,
            folder=folder,
            integrations=integrations,
            runs=runs,
            log=log,
            records=records,
            events=self.events,
            redactor=self.redactor,
        )
        self.events.subscribe(self.syncs.hear)
        self.overview = Overview(
            gate,
            integrations=integrations,
            colleges=colleges,
            runs=runs,
            records=records,
            live=live,
            shapes=shapes,
            deliveries=deliveries,
            webhook_states=webhook_states,
            devices=DeviceViews(
                devices=devices,
                integrations=integrations,
                settings=settings,
                listener=self.listener_settings.settings,
                calendars=self.calendars,
                now=utc_now,
            ),
            calendars=self.calendars,
        )
        self.records = Records(gate, integrations, records, self.privacy.digest)
        self.explorer = Explorer(
            gate,
            self.sources,
            current=CurrentStore(databases.records, corrections),
            corrections=corrections,
            lineage=LineageStore(databases.records),
            comparison=ComparisonStore(databases.records),
            digest=self.privacy.digest,
        )
        self.exports = Exports(self.records)
        self.reports = Reports(
            gate, self.sources, integrations, ReportStore(engine, databases.records, corrections), records.counts
        )
        self.quarantine = Quarantine(gate, stores, refused, self.syncs, self.events)
        self.closeups = Closeups(gate, integrations=integrations, runs=runs, shapes=shapes, quarantine=refused)
        self.shapes = Shapes(gate, integrations, shapes, self.events)
        doors = Doors(integrations, webhook_states, secrets)
        self.events.subscribe(doors.hear)
        self.reception = Reception(gate, doors, webhook_states, self.syncs, self.events, writer=writer)
        self.webhooks = Webhooks(
            gate,
            integrations=integrations,
            deliveries=deliveries,
            states=webhook_states,
            secrets=secrets,
            settings=settings,
            syncs=self.syncs,
            reception=self.reception,
            events=self.events,
            listener=lambda: self.listener_settings.state().place,
        )
        self.devices = Devices(
            gate,
            devices=devices,
            punches=punches,
            integrations=integrations,
            bookmarks=bookmarks,
            settings=settings,
            listener=self.listener_settings.settings,
            syncs=self.syncs,
            events=self.events,
            calendars=self.calendars,
            keeping=self.privacy.keeping,
        )
        self.accounts = Accounts(gate, AccountStore(engine), colleges, self.events)
        self.api_tokens = ApiTokens(gate, ApiTokenStore(engine), colleges, self.events)
        self.audit = Audit(gate, audit)
        self.activity = Activity(gate, integrations, runs, log, audit)
        self.autostart = Autostart(gate, folder, vault=vault, settings=settings, events=self.events)
        self.storage = Storage(gate, folder, databases, vault, settings)

    @classmethod
    def open(cls, folder: DataFolder, vault: Vault) -> "Hub":
        """Open the hub over a prepared folder; raise StorageError or VaultError when it cannot be."""
        return cls(folder, open_databases(folder, vault), vault)

    def tick(self) -> None:
        """Ask for every run that is due now, and once a day remove what is past its time; the clock calls this."""
        self.syncs.request_due()
        self.webhooks.tick()
        self.devices.tick()
        self.privacy.apply_daily()

    def health(self) -> list[HealthFinding]:
        """Return what is well and what is not about the listener and the devices that push.

        It names no person and no secret, so that whoever sits at the computer may see it.
        """
        return [*self.listener_settings.findings(), *self.devices.health()]

    def redactor(self) -> Redactor:
        """Return what masks every secret touched so far."""
        return self._secrets.redactor

    def close(self) -> None:
        """Cancel what runs and close the files; the lanes must have gone home."""
        self.syncs.close()
        self.webhooks.close()
        self.explorer.rest()
        self._databases.close()
