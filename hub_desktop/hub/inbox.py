"""What becomes of webhook deliveries: the records in them take the same way as those of a page."""

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import Integration
from hub_desktop.core.runs import Run
from hub_desktop.core.words import listed
from hub_desktop.store.deliveries import Delivery, DeliveryState, DeliveryStore
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.upstream.decode import UnreadableError, decode

if TYPE_CHECKING:
    from hub_desktop.sync.execution import Execution

_ENVELOPES = ("data", "records", "payload", "items")
_log = logging.getLogger(__name__)
_NAMING_KEYS = ("endpoint", "dataType", "data_type", "type", "event")


class Inbox:
    """Works on deliveries that lie on disk."""

    def __init__(self, deliveries: DeliveryStore) -> None:
        self._deliveries = deliveries

    def integrations_waiting(self) -> list[int]:
        """Return the integrations with deliveries not yet worked on."""
        return self._deliveries.integrations_waiting()

    def process(self, stored: StoredIntegration, run: Run, execution: "Execution") -> int:
        """Store the records of every waiting delivery of the integration; return how many deliveries there were.

        A delivery is marked after its records are stored. A crash in between stores them once more, which changes
        nothing.
        """
        done = 0
        while waiting := self._deliveries.waiting(stored.integration_id):
            for delivery in waiting:
                done += 1
                state, reason = self._store(stored.config, delivery, execution, done)
                self._deliveries.mark(delivery.delivery_id, state, reason=reason, run_id=run.run_id)
                if state is not DeliveryState.PROCESSED:
                    execution.note_refused_delivery(delivery.delivery_id, reason)
        return done

    def _store(
        self, config: Integration, delivery: Delivery, execution: "Execution", number: int
    ) -> tuple[DeliveryState, str]:
        try:
            endpoint, records = read_delivery(config, delivery.body)
            execution.store_page(endpoint, records, number)
        except HubError as error:
            state = DeliveryState.REFUSED if isinstance(error, ConfigurationError) else DeliveryState.FAILED
            return state, error.sentence
        except Exception:  # noqa: BLE001 - logged whole
            # A delivery that we cannot digest must not keep those behind it, and every sync, from being worked on.
            _log.exception("delivery %d could not be worked on", delivery.delivery_id)
            return DeliveryState.FAILED, "Something went wrong inside Hub Desktop. Please send the log to your IT team."
        return DeliveryState.PROCESSED, ""


def read_delivery(config: Integration, body: bytes) -> tuple[str, Sequence[object]]:
    """Return the endpoint a delivery feeds and its records; raise ConfigurationError when it cannot be told.

    The body is a record, a list of records, or an envelope around one of them. The endpoint is named by the envelope
    (`endpoint`, `dataType`, `type` or `event`, also as in `attendance.updated`), or is the only one there is.
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
    return _endpoint(config, content), records


def _endpoint(config: Integration, content: Any) -> str:
    if isinstance(content, Mapping):
        for key in _NAMING_KEYS:
            said = content.get(key)
            if isinstance(said, str):
                word = said.split(".")[0].strip().lower()
                for name in config.endpoints:
                    if word in {name.lower(), config.data_type_of(name)}:
                        return name
                if word in DATA_TYPES:
                    raise ConfigurationError(
                        f"The delivery holds {DATA_TYPES[word].label.lower()}, for which {config.name} has no endpoint."
                    )
    if len(config.endpoints) == 1:
        return next(iter(config.endpoints))
    named = [DATA_TYPES[config.data_type_of(name)].label for name in config.endpoints]
    raise ConfigurationError(
        f"The delivery does not say what it holds. {config.name} has {listed(named) or 'no endpoints'}; name one of "
        "them as “endpoint” in the delivery."
    )
