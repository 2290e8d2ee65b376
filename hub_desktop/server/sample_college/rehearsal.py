"""A rehearsal with the sample college: its systems connected, its days passed and its faults made by a person."""

from collections.abc import Sequence

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.words import count
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.hub import Hub
from hub_desktop.server.sample_college.data import SYSTEMS, SampleCollege, SampleCredentials
from hub_desktop.server.sample_college.integrations import sample_integrations


class Rehearsal:
    """The sample college as the window's banner sees it."""

    def __init__(self, college: SampleCollege) -> None:
        self._college = college

    def systems(self) -> Sequence[str]:
        """Return the names of the systems that can fail."""
        return list(SYSTEMS)

    def advance_day(self) -> str:
        """Let a school day pass; return what changed, as a sentence."""
        day = self._college.advance_day()
        changed = [
            count(day.attendance_added, "new attendance event"),
            count(day.students_changed + day.students_added, "student") + " new or corrected",
            count(day.marks_changed, "mark") + " raised",
        ]
        return f"A school day has passed ({day.day}): {', '.join(changed)}. Sync to bring it in."

    def set_fault(self, system: str, fault: str) -> None:
        """Let a system fail in a way that can be practised on, or work again (`none`)."""
        self._college.set_fault(system, fault)


def connect_sample_college(hub: Hub, address: str, credentials: SampleCredentials) -> None:
    """Add the sample college's systems, or bring those of an earlier rehearsal to today's address and keys."""
    actor = Actor("the rehearsal", Role.PRINCIPAL, Face.WINDOW)
    known = {view.name: view.integration_id for view in hub.overview.all(actor)}
    if known and not hub.storage.setting(REHEARSAL, False):
        raise ConfigurationError(
            "This data folder holds the systems of a real college. Choose another folder for the rehearsal, or leave "
            "out --data-dir."
        )
    hub.storage.set_setting(actor, REHEARSAL, True)
    hub.accounts.rename_college(actor, min(hub.accounts.colleges(actor)), "Sample college")
    keys: dict[str, dict[str, object]] = {
        "Sample ERP": {"apiKey": credentials.erp_token},
        "Sample Biometric": {"apiKey": credentials.biometric_key},
        "Sample LMS": {"clientSecret": credentials.lms_client_secret},
    }
    for written in sample_integrations(address):
        name = str(written["name"])
        if isinstance(written.get("oauth"), dict):
            written["oauth"] = {**written["oauth"], "clientId": credentials.lms_client_id}  # type: ignore[dict-item]
        submitted = read_integration({**written, **keys[name]})
        if name in known:
            hub.integrations.edit(actor, known[name], submitted)
        else:
            hub.integrations.add(actor, submitted)
