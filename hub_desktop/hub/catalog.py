"""The catalog: templates of well-known systems, bundled with the program."""

from pathlib import Path

from hub_desktop.core.catalog import Template, read_template
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.resources import resource_path
from hub_desktop.core.words import did_you_mean


class Catalog:
    """The templates of a folder, one JSON file each. Safe to use from any thread."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource_path("catalog")

    def all(self) -> list[Template]:
        """Return every template by name; raise ConfigurationError for a file that cannot be used."""
        found = [read_template(file.read_bytes()) for file in sorted(self._folder.glob("*.json"))]
        return sorted(found, key=lambda template: template.name.casefold())

    def find(self, template_id: str) -> Template:
        """Return the template of this id; raise NotFoundError naming a near one."""
        known = {template.id: template for template in self.all()}
        if template_id not in known:
            raise NotFoundError(f"The catalog has no template “{template_id}”.{did_you_mean(template_id, known)}")
        return known[template_id]
