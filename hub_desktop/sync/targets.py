"""Where the records of an endpoint belong."""

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import Integration
from hub_desktop.core.runs import Run
from hub_desktop.store.records import Target


def target_of(run: Run, integration: Integration, name: str) -> Target:
    """Return where the records belong that a run brings for an endpoint."""
    data_type = integration.data_type_of(name)
    siblings = tuple(o for o in integration.endpoints if o != name and integration.data_type_of(o) == data_type)
    return Target(run.integration_id, name, DATA_TYPES[data_type], run.run_id, siblings)
