"""How long a whole sync of a Moodle takes when courses are asked for side by side, against one after the other.

    python -m tests.benchmarks.moodle --rounds 3

The Moodle is the tests' own, with the answers recorded from a running 5.1: 13 courses, their people and grades. Each
request waits as long as the recorded server took for an answer of that size, 2.35 seconds for each megabyte and 30 ms
besides. The command is the program's own, `hub-desktop sync`, on a fresh data folder; only `maxParallel` differs.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fakes.http_server import Asked, HttpServer, Reply
from tests.fakes.systems.moodle import TOKEN, Moodle

SECONDS_A_MEGABYTE = 2.35
SECONDS_A_REQUEST = 0.03


class SlowMoodle:
    """A Moodle that needs time to prepare its answers."""

    def __init__(self) -> None:
        self._moodle = Moodle()
        self.seconds = 0.0

    def __call__(self, asked: Asked) -> Reply:
        """Answer as the Moodle, later."""
        reply = self._moodle(asked)
        wait = SECONDS_A_REQUEST + SECONDS_A_MEGABYTE * len(reply.body) / 1_000_000
        self.seconds += wait
        time.sleep(wait)
        return reply


def synced(url: str, parallel: int) -> tuple[float, dict[str, int]]:
    """Connect the Moodle from the catalog in a fresh folder and sync it; return the seconds and the records by kind."""
    hub = [sys.executable, "-m", "hub_desktop"]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "HUB_DESKTOP_DATA_DIR": folder,
            "HUB_DESKTOP_VAULT_PASSPHRASE": "a passphrase for the benchmark",
        }

        def run(*words: str, given: str = "") -> str:
            command = [*hub, *words]
            return subprocess.run(
                command, env=environment, input=given, text=True, check=True, capture_output=True
            ).stdout

        run("integrations", "add", "--template", "moodle", "--set", f"address={url}", given=TOKEN + "\n")
        written = json.loads(run("integrations", "export"))[0] | {"maxParallel": parallel}
        file = Path(folder) / "moodle.json"
        file.write_text(json.dumps(written), encoding="utf-8")
        run("integrations", "edit", "Moodle", str(file))
        began = time.perf_counter()
        summary = json.loads(run("sync", "Moodle", "--json"))
        seconds = time.perf_counter() - began
    return seconds, {name: counts["added"] for name, counts in summary["endpoints"].items()}


def main() -> int:
    """Run the benchmark; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    figures: dict[int, list[float]] = {1: [], 4: []}
    asked: dict[int, tuple[int, float]] = {}
    records: dict[str, int] = {}
    for _ in range(given.rounds):
        for parallel, seconds in figures.items():
            moodle = SlowMoodle()
            with HttpServer(moodle) as server:
                took, records = synced(server.url, parallel)
                asked[parallel] = len(server.asked), moodle.seconds
            seconds.append(took)
    for parallel, seconds in figures.items():
        requests, waited = asked[parallel]
        print(
            json.dumps(
                {
                    "at_once": parallel,
                    "wall_s": round(statistics.median(seconds), 2),
                    "requests": requests,
                    "server_s": round(waited, 2),
                    "records": records,
                }
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
