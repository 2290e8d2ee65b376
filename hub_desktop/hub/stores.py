"""Everything the use cases keep on disk, over the two files and the vault of one data folder."""

from typing import Self

from msgspec import Struct

from hub_desktop.store.accounts import AccountStore
from hub_desktop.store.api_tokens import ApiTokenStore
from hub_desktop.store.audit import AuditStore
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.comparison import ComparisonStore
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current import CurrentStore
from hub_desktop.store.deliveries import DeliveryStore
from hub_desktop.store.devices import DeviceStore
from hub_desktop.store.engine import Databases
from hub_desktop.store.erasure import ErasureStore
from hub_desktop.store.integrations import CollegeStore, IntegrationStore
from hub_desktop.store.lineage import LineageStore
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


class Stores(Struct, frozen=True):
    """One of each store, shared by all use cases."""

    accounts: AccountStore
    api_tokens: ApiTokenStore
    audit: AuditStore
    bookmarks: BookmarkStore
    colleges: CollegeStore
    comparison: ComparisonStore
    corrections: CorrectionStore
    current: CurrentStore
    deliveries: DeliveryStore
    devices: DeviceStore
    erasure: ErasureStore
    integrations: IntegrationStore
    lineage: LineageStore
    log: LogStore
    punches: PunchStore
    records: RecordStore
    references: ReferenceStore
    refused: QuarantineStore
    reports: ReportStore
    runs: RunStore
    secrets: SecretStore
    settings: SettingStore
    shapes: ShapeStore
    webhook_states: WebhookStateStore

    @classmethod
    def over(cls, databases: Databases, vault: Vault) -> Self:
        """Return the stores over open files."""
        hub, records = databases.hub, databases.records
        corrections = CorrectionStore(records)
        return cls(
            accounts=AccountStore(hub),
            api_tokens=ApiTokenStore(hub),
            audit=AuditStore(hub),
            bookmarks=BookmarkStore(records),
            colleges=CollegeStore(hub),
            comparison=ComparisonStore(records),
            corrections=corrections,
            current=CurrentStore(records, corrections),
            deliveries=DeliveryStore(hub),
            devices=DeviceStore(hub),
            erasure=ErasureStore(hub, records),
            integrations=IntegrationStore(hub),
            lineage=LineageStore(records),
            log=LogStore(hub),
            punches=PunchStore(hub),
            records=RecordStore(records),
            references=ReferenceStore(records),
            refused=QuarantineStore(records),
            reports=ReportStore(hub, records, corrections),
            runs=RunStore(hub),
            secrets=SecretStore(vault, hub),
            settings=SettingStore(hub),
            shapes=ShapeStore(records),
            webhook_states=WebhookStateStore(hub),
        )
