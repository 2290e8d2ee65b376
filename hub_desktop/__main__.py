"""The console entry: no argument opens the window."""

import gc
import os
import sys


def main() -> int:
    """Run the command line; return the exit status."""
    _give_streams()
    if sys.argv[1:] == ["--javascript-engine"]:
        # A built program has no Python beside it that could run the engine's file.
        from hub_desktop.sync.javascript_engine import main as run_engine

        run_engine()
        return 0
    # What the start loads is needed to the end. Looking through it for garbage, on the way and once more before the
    # process ends, would take a fifth of the time of a short command. The program collects again once it has started.
    gc.disable()
    from hub_desktop.app import run

    status = run(sys.argv[1:])
    gc.freeze()
    return status


def _give_streams() -> None:
    """Give a program that Windows starts without a terminal streams that lead nowhere, for there are none at all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end


if __name__ == "__main__":
    raise SystemExit(main())
