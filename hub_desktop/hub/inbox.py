"""What becomes of webhook deliveries: the records in them take the same way as those of a page."""

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hub_desktop.core.delivery_rules import endpoint_of
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, StorageError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.runs import Run
from hub_desktop.core.times import utc_now
from hub_desktop.store.deliveries import Delivery, DeliveryState, DeliveryStore, Worked
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.upstream.decode import UnreadableError, decode

if TYPE_CHECKING:
    from hub_desktop.sync.execution import Execution

_ENVELOPES = ("data", "records", "payload", "items")
_RECORDS_AT_ONCE = 1_000
_WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 4, 10, 20, 30))
"""After which a delivery that failed is tried again; then it waits for a person."""
_MANY_A_SECOND = 1_000
_MANY, _FEW = 1_000, 100
_BREAK_SECONDS = 1.0
_log = logging.getLogger(__name__)


class _Read(Struct, frozen=True):
    delivery: Delivery
    endpoint: str
    records: Sequence[object]


class Inbox:
    """Works on deliveries that lie on disk."""

    def __init__(self, deliveries: DeliveryStore, per_second: Callable[[], float] = float) -> None:
        self._deliveries = deliveries
        self._per_second = per_second

    def integrations_waiting(self, integration_ids: Iterable[int]) -> list[int]:
        """Return those of the integrations that have deliveries not yet worked on."""
        return self._deliveries.integrations_waiting(integration_ids)

    def process(
        self, stored: StoredIntegration, run: Run, execution: "Execution", cancel: threading.Event | None = None
    ) -> int:
        """Store the records of every waiting delivery of the integration; return how many deliveries there were.

        Deliveries are marked after their records are stored. A crash in between stores them once more, which changes
        nothing. Those that feed the same endpoint one after the other share a page, so that many small ones cost
        little more than a large one.
        """
        done = 0
        cancel = cancel or threading.Event()
        while not cancel.is_set():
            pressed = self._per_second() > _MANY_A_SECOND
            waiting = self._deliveries.waiting(stored.integration_id, _FEW if pressed else _MANY)
            if not waiting:
                break
            results = self._worked_off(stored.config, waiting, execution, done)
            self._deliveries.worked(run.run_id, results)
            for result in results:
                if result.state is not DeliveryState.PROCESSED:
                    execution.note_refused_delivery(result.delivery_id, result.reason)
            done += len(results)
            if len(results) < len(waiting):
                # The run was stopped; the rest waits on.
                break
            if pressed:
                # Senders wait for their answers, and our records do not: while deliveries pour in they are worked on in
                # small pieces with breaks between, and at full speed within a second once it lets up.
                cancel.wait(_BREAK_SECONDS)
        return done

    def _worked_off(
        self, config: Integration, waiting: Sequence[Delivery], execution: "Execution", before: int
    ) -> list[Worked]:
        results: dict[int, Worked] = {}
        read: list[_Read] = []
        for delivery in waiting:
            try:
                endpoint, records = read_delivery(config, delivery.body, delivery.labels)
                read.append(_Read(delivery, endpoint, records))
            except HubError as error:
                results[delivery.delivery_id] = _refused(delivery, error)
            except Exception:  # noqa: BLE001 - logged whole
                results[delivery.delivery_id] = _undigested(delivery)
        try:
            for endpoint, together in groupby(read, key=lambda one: one.endpoint):
                for page in _pages(list(together)):
                    for result in self._stored(endpoint, page, execution, before + len(results) + 1):
                        results[result.delivery_id] = result
        except CancelledError:
            _log.debug("the run was stopped while it worked on deliveries")
        return [results[one.delivery_id] for one in waiting if one.delivery_id in results]

    def _stored(self, endpoint: str, page: Sequence[_Read], execution: "Execution", number: int) -> list[Worked]:
        """Store the records of deliveries as one page; where that fails, each alone."""
        try:
            execution.store_page(endpoint, [record for one in page for record in one.records], number)
        except CancelledError:
            raise
        except HubError as error:
            if len(page) == 1 or isinstance(error, StorageError | TransientError):
                # What the disk refuses it refuses of each.
                return [_refused(one.delivery, error) for one in page]
        except Exception:  # noqa: BLE001 - logged whole
            if len(page) == 1:
                return [_undigested(page[0].delivery)]
        else:
            return [Worked(one.delivery.delivery_id, DeliveryState.PROCESSED, endpoint=endpoint) for one in page]
        return [result for one in page for result in self._stored(endpoint, [one], execution, number)]


def _pages(read: Sequence[_Read]) -> Iterable[list[_Read]]:
    page: list[_Read] = []
    size = 0
    for one in read:
        if page and size + len(one.records) > _RECORDS_AT_ONCE:
            yield page
            page, size = [], 0
        page.append(one)
        size += len(one.records)
    if page:
        yield page


def _refused(delivery: Delivery, error: HubError) -> Worked:
    if isinstance(error, ConfigurationError):
        return Worked(delivery.delivery_id, DeliveryState.REFUSED, error.sentence)
    return _failed(delivery, error.sentence)


def _undigested(delivery: Delivery) -> Worked:
    # A delivery that we cannot digest must not keep those behind it, and every sync, from being worked on.
    _log.exception("delivery %d could not be worked on", delivery.delivery_id)
    return _failed(delivery, "Something went wrong inside Hub Desktop. Please send the log to your IT team.")


def _failed(delivery: Delivery, reason: str) -> Worked:
    return Worked(delivery.delivery_id, DeliveryState.FAILED, reason, retry_at=retry_of(delivery.attempts, utc_now()))


def retry_of(attempts: int, now: datetime) -> datetime | None:
    """Return when a delivery is tried again that failed after `attempts` tries before; None once a person must look."""
    return now + _WAITS[attempts] if attempts < len(_WAITS) else None


def read_delivery(
    config: Integration, body: bytes, labels: Mapping[str, str] | None = None
) -> tuple[str, Sequence[object]]:
    """Return the endpoint a delivery feeds and its records; raise ConfigurationError when it cannot be told.

    The body is a record, a list of records, or an envelope around one of them. The rule of the webhook tells the
    endpoint; where there is none, the envelope names it (`endpoint`, `dataType`, `type` or `event`, also as in
    `attendance.updated`), or it is the only one there is.
    """
    try:
        content = decode(body).value
    except UnreadableError as error:
        raise ConfigurationError("The delivery is not JSON.", error.detail) from None
    records: Any = content
    if isinstance(content, Mapping):
        records = next((content[key] for key in _ENVELOPES if isinstance(content.get(key), list | dict)), content)
    records = [records] if isinstance(records, Mapping) else records
    if not isinstance(records, list):
        raise ConfigurationError("The delivery holds no record.")
    return endpoint_of(config, labels or {}, content), records
