"""How long the program's own command takes over a slow line, against reading the same pages one by one.

    python -m tests.benchmarks.latency --pages 100 --latency-ms 50 --rounds 3

Each round runs two whole processes in turn over the same server: the floor, a bare httpx loop that asks for one page
after the other and keeps nothing, and `hub-desktop sync` as in use, with checks, history and encryption. The start of
an interpreter with httpx, and that of the program (`hub-desktop integrations list`), are measured beside them. Prints
one JSON line a command; times are medians.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.page_server import TOKEN, integration, running

_FLOOR = """
import sys, httpx
url, pages, token = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with httpx.Client(headers={"Authorization": f"Bearer {token}"}) as client:
    for page in range(1, pages + 1):
        client.get(f"{url}/api/attendance?page={page}&limit=1000").json()
"""


def timed(command: list[str], environment: dict[str, str]) -> tuple[float, float, int]:
    """Run a command; return wall seconds, CPU seconds and the largest resident set of any child so far in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss // 1024


def main() -> int:
    """Run the benchmark; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--page-size", type=int, default=1000)
    parser.add_argument("--latency-ms", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    hub = [sys.executable, "-m", "hub_desktop"]
    figures: dict[str, list[tuple[float, float, int]]] = {}
    with running(given.pages * given.page_size, given.page_size, latency_ms=given.latency_ms) as address:
        for _ in range(given.rounds):
            with tempfile.TemporaryDirectory() as folder:
                environment = os.environ | {
                    "HUB_DESKTOP_DATA_DIR": folder,
                    "HUB_DESKTOP_VAULT_PASSPHRASE": "a passphrase for the benchmark",
                }
                file = Path(folder) / "bench.json"
                file.write_text(json.dumps(integration(address, given.page_size)), encoding="utf-8")
                subprocess.run(
                    [*hub, "integrations", "add", str(file)], env=environment, check=True, capture_output=True
                )
                commands = {
                    "start of the interpreter with httpx": [sys.executable, "-c", "import httpx"],
                    "one by one, nothing kept": [sys.executable, "-c", _FLOOR, address, str(given.pages), TOKEN],
                    "start of the program": [*hub, "integrations", "list"],
                    "sync, first load": [*hub, "sync", "Bench", "--json"],
                    "sync, unchanged": [*hub, "sync", "Bench", "--json"],
                }
                for name, command in commands.items():
                    figures.setdefault(name, []).append(timed(command, environment))
    for name, runs in figures.items():
        wall, cpu = (round(statistics.median(run[place] for run in runs), 2) for place in (0, 1))
        print(json.dumps({"command": name, "wall_s": wall, "cpu_s": cpu, "largest_so_far_mb": max(r[2] for r in runs)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
