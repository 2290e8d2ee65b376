"""The catalog: templates of well-known systems, bundled with the program. Anybody may look; adding is guarded."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hub_desktop.core.errors import ConfigurationError, NotFoundError
from hub_desktop.core.integration import Submitted
from hub_desktop.core.resources import resource_path
from hub_desktop.core.words import did_you_mean

if TYPE_CHECKING:
    from hub_desktop.core.catalog import Template

GENERIC = "generic-rest"
"""The template for a system that has none of its own; it is listed last."""
DEVICES_TEMPLATE = "attendance-devices"
"""The template of an integration that attendance devices push into."""


class Catalog:
    """The templates of a folder, one JSON file each, read when first asked for. Safe to use from any thread."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource_path("catalog")
        self._read: dict[str, Template] | None = None
        self._lock = threading.Lock()

    def all(self) -> list["Template"]:
        """Return every template by name; raise ConfigurationError naming a file that cannot be used."""
        return list(self._templates().values())

    def find(self, template_id: str) -> "Template":
        """Return the template of this id, or the label an integration keeps of it; raise NotFoundError."""
        found = self._templates().get(template_id.partition("@")[0].strip().lower())
        if found is None:
            near = did_you_mean(template_id, self._templates())
            raise NotFoundError(f"The catalog has no template “{template_id}”.{near}")
        return found

    def fill(self, template_id: str, values: Mapping[str, str], *, name: str = "") -> Submitted:
        """Return the integration of a template with its blanks filled, ready to be added.

        Raises NotFoundError, or ConfigurationError naming the blank that is missing, unknown or unusable.
        """
        from hub_desktop.core.catalog import filled

        return filled(self.find(template_id), values, name=name)

    def _templates(self) -> dict[str, "Template"]:
        with self._lock:
            if self._read is None:
                self._read = _read_folder(self._folder)
            return self._read


def _read_folder(folder: Path) -> dict[str, "Template"]:
    found: dict[str, Template] = {}
    for file in sorted(folder.glob("*.json")):
        template = _read_file(file)
        if template.id != file.stem:
            raise _unusable(file, f"its id is “{template.id}”, which is not the name of the file")
        found[template.id] = template
    if not found:
        raise ConfigurationError(
            "The catalog of this program is missing. Install Hub Desktop again.", f"no templates in {folder}"
        )
    return dict(sorted(found.items(), key=lambda item: (item[0] == GENERIC, item[1].name.casefold())))


def _read_file(file: Path) -> "Template":
    from hub_desktop.core.catalog import read_template

    try:
        return read_template(file.read_bytes())
    except OSError as error:
        raise _unusable(file, error.strerror or type(error).__name__) from error
    except ConfigurationError as error:
        raise _unusable(file, error.sentence) from error


def _unusable(file: Path, why: str) -> ConfigurationError:
    return ConfigurationError(
        f"The catalog file {file.name} cannot be used. Install Hub Desktop again.", f"{file.name}: {why}"
    )
