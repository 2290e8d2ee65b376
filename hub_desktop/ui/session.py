"""What every screen is handed: the hub, who is at the window, and the way to call the one as the other."""

from msgspec import Struct, field

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import NotAllowedError
from hub_desktop.core.roles import UseCase, require
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.help.help_line import HelpLine
from hub_desktop.ui.spoken import spoken


class Session(Struct, frozen=True):
    """One person at the window, from signing in to signing out."""

    hub: Hub
    actor: Actor
    calls: Calls
    named: bool = False
    """Whether the person signed in with an account; without accounts it is whoever sits at the PC."""
    help_line: HelpLine = field(default_factory=HelpLine)
    """Where every screen asks for help."""

    def refusal(self, use_case: UseCase) -> str:
        """Return why this person may not do it, or the empty string; it stands beside a disabled control."""
        try:
            require(self.actor, use_case)
        except NotAllowedError as error:
            return spoken(error.sentence)
        return ""
