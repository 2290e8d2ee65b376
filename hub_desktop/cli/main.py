"""The command line: `hub-desktop` with all its commands, and what becomes of their errors."""

import importlib
import logging
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from hub_desktop import __version__
from hub_desktop.cli.advice import ways_out, what_to_do
from hub_desktop.cli.desk import Desk, HubCommand, HubGroup, ReportedError, exit_code, pass_desk
from hub_desktop.cli.output import complain, error_document, say_json
from hub_desktop.cli.program import Program
from hub_desktop.core.errors import HubError, Problem, Remedy, UnreadableFilesError

_FAILED, _USAGE = 1, 2
_PLACES = {
    name: module
    for module, names in {
        "autostart": ["autostart"],
        "backups": ["backup", "restore"],
        "calendars": ["calendar"],
        "catalog": ["catalog"],
        "current": ["records"],
        "deciding": ["preview", "hold", "undo"],
        "devices": ["devices", "listener"],
        "integrations": ["integrations", "secret"],
        "network": ["network"],
        "people": ["accounts", "colleges", "audit"],
        "privacy": ["person", "retention"],
        "quarantine": ["quarantine", "drift"],
        "reports": ["report"],
        "sign_ins": ["sign-in", "sign-out"],
        "storage": ["recovery", "doctor", "begin-anew"],
        "syncing": ["sync", "runs", "logs"],
        "testing": ["test"],
        "tokens": ["tokens"],
        "webhooks": ["webhook", "deliveries"],
    }.items()
    for name in names
}
"""Where each command stands; a start loads only the one that was typed."""
_log = logging.getLogger(__name__)


class _Root(HubGroup):
    """The command line as a whole: it turns every way a command can end into words and an exit code."""

    program: Program

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted({*self.commands, *_PLACES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded when it is first wanted; for a word that names none all are, to find a near one."""
        if cmd_name not in self.commands:
            for module in {_PLACES[cmd_name]} if cmd_name in _PLACES else set(_PLACES.values()):
                for one in importlib.import_module(f"hub_desktop.cli.{module}").COMMANDS:
                    self.add_command(one)
        return super().get_command(ctx, cmd_name)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run one command line and exit with 0 done, 1 failed, 2 usage, or 3 held or needs a person."""
        given = list(sys.argv[1:] if args is None else args)
        desk = Desk(self.program)
        # Known before the options are read, because they may be what is wrong.
        desk.as_json = "--json" in given
        _prepare_streams()
        try:
            code = self._ended(given, desk, prog_name or "hub-desktop", complete_var, extra)
            sys.stdout.flush()
        except BrokenPipeError:
            _abandon_output()
            code = _FAILED
        sys.exit(code)

    def _ended(
        self, given: list[str], desk: Desk, prog_name: str, complete_var: str | None, extra: dict[str, Any]
    ) -> int:
        try:
            ended = super().main(given, prog_name, complete_var, standalone_mode=False, obj=desk, **extra)
            return ended if isinstance(ended, int) else 0
        except ReportedError as error:
            return error.code
        except click.UsageError as error:
            return _tell_usage(desk, error)
        except click.ClickException as error:
            return _tell(desk, "configuration", error.format_message())
        except (click.Abort, KeyboardInterrupt):
            return _tell(desk, "cancelled", "Stopped. What was stored until now is kept.")
        except UnreadableFilesError as error:
            ways = ways_out(error, desk.program.rescue(desk.data_dir, error), desk.data_dir)
            return tell_problem(desk, error.problem(), exit_code(error), advice=ways)
        except HubError as error:
            return tell_problem(desk, error.problem(), exit_code(error))
        except BrokenPipeError:
            raise
        except OSError as error:
            what = f"The file {error.filename} cannot be used" if error.filename else "The answer cannot be written"
            sentence = f"{what}: {error.strerror or error}."
            return _tell(desk, "configuration", sentence, f"{type(error).__name__}: {error}")
        except Exception as error:  # noqa: BLE001 - logged whole, and told to people in words
            _log.exception("a command failed by an error of the program")
            return _tell(
                desk,
                "bug",
                "Something went wrong inside Hub Desktop. Nothing that was stored is lost. Please send the log to your "
                "IT team.",
                f"{type(error).__name__}: {error}",
            )


def build(program: Program) -> click.Group:
    """Return the command line of this program; without a subcommand it opens the window."""

    @click.group(cls=_Root, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
    @click.option("--hidden", is_flag=True, help="Start in the tray, without the window.")
    @click.version_option(__version__, prog_name="Hub Desktop", message="%(prog)s %(version)s")
    @pass_desk
    @click.pass_context
    def hub_desktop(context: click.Context, desk: Desk, hidden: bool) -> None:
        """Connect the systems of a college; without a command, open the window.

        Exit codes: 0 done, 1 failed, 2 the command was mistyped, 3 held or waiting for a person.
        """
        if context.invoked_subcommand is None:
            context.exit(program.window(desk.data_dir, hidden=hidden))

    root: click.Group = hub_desktop
    if isinstance(root, _Root):
        root.program = program
    for face in (demo, serve):
        root.add_command(face)
    return root


@click.command("demo", cls=HubCommand)
@click.option("--smoke", is_flag=True, help="End after the first sync and print its counts.")
@pass_desk
@click.pass_context
def demo(context: click.Context, desk: Desk, smoke: bool) -> None:
    """Open the window with a sample college to practise on."""
    context.exit(desk.program.demo(desk.data_dir, smoke=smoke))


@click.command("serve", cls=HubCommand)
@click.option("--host", help="Address to listen on, instead of the one in the settings.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Port to listen on, instead of the one in the settings; 0: any free one.",
)
@pass_desk
@click.pass_context
def serve(context: click.Context, desk: Desk, host: str | None, port: int | None) -> None:
    """Sync on time and take webhooks, without a window, until stopped."""
    context.exit(desk.program.serve(desk.data_dir, host=host, port=port))


def tell_problem(desk: Desk, problem: Problem, code: int, *, advice: Sequence[str] = ()) -> int:
    """Say a problem where and how this command line says problems; return the exit code.

    `advice`, line by line, goes before what follows from its remedy.
    """
    # What is wrong with the command itself is not mended by editing the integration it names.
    subject = "" if problem.kind == "configuration" else desk.subject
    by_person = subject in desk.signed_in_by_person
    advice = advice or [what_to_do(problem.remedy, subject, desk.data_dir, by_person=by_person)]
    return _tell(
        desk,
        str(problem.kind),
        problem.sentence,
        problem.detail,
        remedy=problem.remedy,
        advice=advice,
        code=code,
    )


def _tell(
    desk: Desk,
    kind: str,
    sentence: str,
    detail: str = "",
    *,
    remedy: Remedy = Remedy.NONE,
    advice: Sequence[str] = (),
    code: int = _FAILED,
) -> int:
    sentence, detail = desk.mask(sentence), desk.mask(detail)
    if desk.as_json and not desk.writing:
        say_json(error_document(kind, sentence, detail, str(remedy)))
    else:
        complain(sentence, [desk.mask(line) for line in advice if line], detail)
    return code


def _tell_usage(desk: Desk, error: click.UsageError) -> int:
    if desk.as_json:
        return _tell(desk, "usage", error.format_message(), code=_USAGE)
    error.show()
    return _USAGE


def _prepare_streams() -> None:
    """Let every character through: what the terminal lacks is written out, and pipes and files get UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = {} if stream.isatty() else {"encoding": "utf-8"}
            reconfigure(errors="backslashreplace", **encoding)


def _abandon_output() -> None:
    """Let Python close a standard output that nobody reads any more without a complaint."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
