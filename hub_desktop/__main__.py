"""The console entry: no argument opens the window."""

import sys


def main() -> int:
    """Run the command line; return the exit status."""
    from hub_desktop.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
