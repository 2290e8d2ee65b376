"""Bringing configurations in from a file."""

from dataclasses import dataclass
from pathlib import Path

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES, read_integration_text
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.integrations import as_disabled
from hub_desktop.store.integrations import StoredIntegration


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in, and what was refused."""

    added: tuple[StoredIntegration, ...]
    refused: tuple[HubError, ...]


def import_file(hub: Hub, actor: Actor, file: Path) -> Imported:
    """Add the integrations of a JSON file, switched off; raise ConfigurationError when the file is none."""
    try:
        with file.open("rb") as opened:
            text = opened.read(MAX_CONFIGURATION_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(
            f"The file {file.name} could not be read.", f"{type(error).__name__}: {error.strerror}"
        ) from error
    added: list[StoredIntegration] = []
    refused: list[HubError] = []
    for submitted in read_integration_text(text):
        try:
            added.append(hub.integrations.add(actor, as_disabled(submitted)))
        except HubError as error:
            refused.append(error)
    return Imported(tuple(added), tuple(refused))
