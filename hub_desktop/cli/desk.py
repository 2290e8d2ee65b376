"""What every command shares: its options, the open hub, and who asks."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.output import is_terminal
from hub_desktop.cli.program import Program
from hub_desktop.core.actor import Actor, Face
from hub_desktop.core.errors import ConfigurationError, HubError, NotAllowedError

if TYPE_CHECKING:
    from hub_desktop.core.integration import Integration
    from hub_desktop.hub.hub import Hub
    from hub_desktop.store.integrations import StoredIntegration

ACCOUNT_VARIABLE = "HUB_DESKTOP_ACCOUNT"
PASSWORD_VARIABLE = "HUB_DESKTOP_PASSWORD"  # noqa: S105 - the name of a variable
_LONGEST_INPUT = 64 * 1024


class NobodySignedInError(NotAllowedError):
    """There are accounts, and nothing tells whose this command is."""


class ReportedError(Exception):
    """A command failed and has said so itself; only its exit code is left."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Desk:
    """One command line: the program behind it, and the options that every command takes."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.data_dir: Path | None = None
        self.as_json = False
        self.account: str | None = None
        self.subject = ""
        """The integration the command is about, for the advice in its errors."""
        self.signed_in_by_person: set[str] = set()
        """The integrations met so far to which a person signs in, for the advice in their errors."""
        self.writing = False
        """Whether part of the one document is on standard output already, so that an error cannot go there."""
        self.mask: Callable[[str], str] = str

    @contextmanager
    def opened(self) -> "Iterator[tuple[Hub, Actor]]":
        """Open the hub and sign in; give the hub and who asks."""
        with self.program.open_hub(self.data_dir) as hub:
            self.mask = lambda text: hub.redactor().text(text)
            yield hub, self.sign_in(hub)

    def sign_in(self, hub: "Hub") -> Actor:
        """Return who asks: the person at the PC, or whoever gives the password of an account."""
        return self._actor(hub)

    def find(self, hub: "Hub", actor: Actor, name: str) -> "StoredIntegration":
        """Return the integration of this name or number; raise NotFoundError naming a near one."""
        stored = hub.integrations.find(actor, name)
        self.subject = stored.name
        self.meet(stored.config)
        return stored

    def meet(self, config: "Integration") -> None:
        """Remember how an integration is signed in to."""
        if config.signed_in_by_person():
            self.signed_in_by_person.add(config.name)

    def _actor(self, hub: "Hub") -> Actor:
        if not hub.accounts.needed():
            if self.account is not None:
                raise ConfigurationError(
                    f"There is no account called “{self.account}”: nobody has an account yet. Leave --account out."
                )
            return hub.accounts.person_at_the_pc(Face.TERMINAL)
        name = self.account or os.environ.get(ACCOUNT_VARIABLE, "")
        password = os.environ.get(PASSWORD_VARIABLE, "")
        if name and not password and is_terminal(sys.stdin):
            password = str(click.prompt(f"Password of {name}", hide_input=True, err=True))
        if not name or not password:
            raise NobodySignedInError(
                "People sign in here. Add --account NAME and give the password when asked, or set "
                f"{ACCOUNT_VARIABLE} and {PASSWORD_VARIABLE}.",
                "no password was given" if name else "no account was named",
            )
        return hub.accounts.sign_in(name, password, Face.TERMINAL)


pass_desk = click.make_pass_decorator(Desk)


def exit_code(error: HubError) -> int:
    """Return 3 for what needs a person's decision or sign-in, 1 for every other failure."""
    return 3 if isinstance(error, NobodySignedInError) or error.kind == "held" else 1


def somebody_types() -> bool:
    """Tell whether a person sits at the terminal, who can be asked."""
    return is_terminal(sys.stdin)


def read_secret(prompt: str, *, twice: bool = False) -> str:
    """Return what a person types unseen, or else standard input without its last line break."""
    if is_terminal(sys.stdin):
        typed = click.prompt(
            prompt, hide_input=True, confirmation_prompt=twice, default="", show_default=False, err=True
        )
        return str(typed)
    given = sys.stdin.read(_LONGEST_INPUT + 1)
    if len(given) > _LONGEST_INPUT:
        raise ConfigurationError("More than 64 KB came in on standard input. That is no password or key.")
    return given.removesuffix("\n").removesuffix("\r")


def confirmed(question: str, *, yes: bool) -> bool:
    """Ask before a step that is worth a second thought; where nobody can answer, `--yes` must have been given."""
    if yes:
        return True
    if not is_terminal(sys.stdin):
        raise click.UsageError("Nobody is there to ask. Add --yes to go on.")
    return click.confirm(question, default=False, err=True)


def read_file(file: str, limit: int) -> bytes:
    """Return the content of a file, `-` for standard input, of at most one byte more than `limit`."""
    if file == "-":
        return sys.stdin.buffer.read(limit + 1)
    try:
        with Path(file).open("rb") as read:
            return read.read(limit + 1)
    except OSError as error:
        raise ConfigurationError(
            f"The file {file} cannot be read: {error.strerror or error}.", f"{type(error).__name__}: {error}"
        ) from error


_WHOLE_SENTENCE = 200
_SHARED_WITH_VALUE = frozenset({"--data-dir", "--account"})


class HubCommand(click.Command):
    """A command that takes the options all commands share."""

    def __init__(self, name: str | None, params: list[click.Parameter] | None = None, **others: Any) -> None:
        super().__init__(name, params=[*(params or []), *shared_options()], **others)

    def get_short_help_str(self, limit: int = _WHOLE_SENTENCE) -> str:
        """Return the first sentence, whole: the list of commands wraps it."""
        return super().get_short_help_str(max(limit, _WHOLE_SENTENCE))


class HubGroup(click.Group):
    """A group of such commands; it takes the same options, and those of the command win."""

    command_class = HubCommand
    group_class = type

    def __init__(self, name: str | None = None, params: list[click.Parameter] | None = None, **others: Any) -> None:
        super().__init__(name, params=[*(params or []), *shared_options()], **others)

    def get_short_help_str(self, limit: int = _WHOLE_SENTENCE) -> str:
        """Return the first sentence, whole."""
        return super().get_short_help_str(max(limit, _WHOLE_SENTENCE))


class PlainOrGroup(HubGroup):
    """A command as it always was, and beside it commands of their own: a word that is none of them is its argument."""

    def __init__(self, name: str, plain: click.Command, named: str, **others: Any) -> None:
        super().__init__(name, **others)
        self._named = named
        self.add_command(plain, named)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let what names no command be the arguments of the plain one."""
        place = 0
        while place < len(args) and args[place].startswith("--") and args[place] != "--help":
            place += 2 if args[place] in _SHARED_WITH_VALUE else 1
        word = args[place] if place < len(args) else ""
        if word and word not in self.commands and word not in {"-h", "--help"}:
            args = [self._named, *args]
        return super().parse_args(ctx, args)


def shared_options() -> list[click.Parameter]:
    """Return the options that every command takes."""
    return [
        click.Option(
            ["--data-dir"],
            type=click.Path(file_okay=False, path_type=Path),
            expose_value=False,
            callback=_remember("data_dir"),
            help="Folder of the data, instead of this user's own.",
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            default=None,
            expose_value=False,
            callback=_remember("as_json"),
            help="Write one JSON document for other programs.",
        ),
        click.Option(
            ["--account"],
            metavar="NAME",
            expose_value=False,
            callback=_remember("account"),
            help="Sign in with this account.",
        ),
    ]


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None:
            setattr(context.ensure_object(Desk), name, value)

    return callback
