"""Starting at login: whether the window comes up in the tray when the person at this computer signs in."""

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, NotAllowedError
from hub_desktop.core.events import AutostartChanged
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.store.autostart import LoginEntry, login_entry, own_window_command
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.vault import FileVault, Vault

SUBJECT = "start at login"
REHEARSAL = "rehearsal"
"""The setting that marks a folder of the sample college."""
_SET_IT_FOR_LOGIN = (
    "The passwords here lie in a file that HUB_DESKTOP_VAULT_PASSPHRASE opens. Set it for your whole session, or the "
    "program cannot open them when it starts at login."
)


class AutostartState(Struct, frozen=True):
    """What happens when the person signs in to this computer."""

    on: bool
    """Whether a Hub Desktop starts."""
    own: bool
    """Whether it is this one, with this data folder; False while none starts."""
    command: str
    """What starts, or would."""
    where: str
    """The file, or the place in the registry, that holds it."""
    note: str = ""
    """What a person should know of it, as a sentence."""


class Autostart:
    """The use cases of starting at login. They concern the person signed in to this computer, and no other."""

    def __init__(
        self,
        gate: Gate,
        folder: DataFolder,
        *,
        vault: Vault,
        settings: SettingStore,
        events: EventStream,
        entry: LoginEntry | None = None,
    ) -> None:
        self._gate = gate
        self._folder = folder
        self._vault = vault
        self._settings = settings
        self._events = events
        self._given_entry = entry

    def show(self, actor: Actor) -> AutostartState:
        """Return what starts at login; raise StorageError when that cannot be read."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, SUBJECT):
            return self._state()

    def switch(self, actor: Actor, *, on: bool) -> AutostartState:
        """Let this program start at login, or none; return what starts from now on.

        Raises StorageError when that cannot be kept, and ConfigurationError in a rehearsal.
        """
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, SUBJECT) as act:
            if actor.college_ids is not None:
                raise NotAllowedError("This concerns all colleges. Ask a colleague whose account is for all of them.")
            if on and self._settings.get(REHEARSAL, False):
                raise ConfigurationError(
                    "This is the sample college, which is gone after the rehearsal. Open Hub Desktop itself, and let "
                    "that start at login."
                )
            entry = self._entry()
            if on:
                entry.write(self._command())
            else:
                entry.remove()
            act.detail = f"on: {entry.where}" if on else "off"
            state = self._state()
        self._events.emit(AutostartChanged())
        return state

    def _state(self) -> AutostartState:
        entry = self._entry()
        ours, found = entry.line(self._command()), entry.read()
        notes: list[str] = []
        if found is not None and found != ours:
            notes.append(
                f"At login another copy of Hub Desktop starts, or one with another data folder: {found}. Switch it on "
                "here to let this one start instead."
            )
        if found == ours and isinstance(self._vault, FileVault):
            notes.append(_SET_IT_FOR_LOGIN)
        return AutostartState(found is not None, found == ours, found or ours, entry.where, " ".join(notes))

    def _entry(self) -> LoginEntry:
        return self._given_entry or login_entry()

    def _command(self) -> list[str]:
        words = ["--hidden"]
        if not self._folder.is_of_this_user():
            words += ["--data-dir", str(self._folder.path.absolute())]
        return own_window_command(*words)
