"""The console entry: no argument opens the window."""

import gc
import sys


def main() -> int:
    """Run the command line; return the exit status."""
    # What the start loads is needed to the end. Looking through it for garbage, on the way and once more before the
    # process ends, would take a fifth of the time of a short command. The program collects again once it has started.
    gc.disable()
    from hub_desktop.app import run

    status = run(sys.argv[1:])
    gc.freeze()
    return status


if __name__ == "__main__":
    raise SystemExit(main())
