"""Deliveries a second, each committed to disk before its answer, beside two bare receivers as floors.

Run from the top level, with `wrk` on the path: `python -m tests.benchmarks.webhooks --seconds 10 --rounds 3`.

Every receiver is a process of its own and is sent the same signed bodies, all of them different, over 16 connections
that stay open. “ours” is `hub-desktop serve` with its encrypted file, its lanes storing the records meanwhile. “verify
only” is uvicorn with Starlette, which checks the signature and keeps nothing; “group commit” does as well, and puts the
body into a plain SQLite file with synchronous=FULL, committing what came together at once. Neither floor validates,
encrypts, tells repeats, routes or stores records. Rounds are interleaved; the medians are shown.
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import PASSPHRASE_VARIABLE, open_vault
from tests.fakes.deliveries import sign

ROOT = Path(__file__).resolve().parents[2]
ASHA = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SECRET = "a-secret-for-the-benchmark"
PATH = "/api/webhooks/integrations/1"
FLOOR = """
import asyncio, hashlib, hmac, os, queue, sqlite3, sys, threading, time
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
import uvicorn

SECRET, FILE, PORT = sys.argv[1].encode(), sys.argv[2], int(sys.argv[3])
waiting = queue.SimpleQueue()

def store():
    db = sqlite3.connect(FILE, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE inbox (id INTEGER PRIMARY KEY, at REAL, body BLOB)")
    while True:
        batch = [waiting.get()]
        while not waiting.empty():
            batch.append(waiting.get())
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO inbox (at, body) VALUES (?, ?)", [(time.time(), body) for body, _, _ in batch])
        db.execute("COMMIT")
        batch[0][1].call_soon_threadsafe(lambda done=[d for _, _, d in batch]: [d.set_result(None) for d in done])

async def receive(request):
    body = await request.body()
    made = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(made, request.headers.get("x-webhook-signature", "")):
        return Response(b"{}", 401)
    if FILE:
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        waiting.put((body, loop, done))
        await done
    return Response(b"{}", 202)

if FILE:
    threading.Thread(target=store, daemon=True).start()
app = Starlette(routes=[Route("/api/webhooks/integrations/1", receive, methods=["POST"])])
uvicorn.run(app, port=PORT, http="httptools", loop="asyncio", log_level="error", access_log=False)
"""
LUA = """
local bodies, signatures, sent = {}, {}, 0
for line in io.lines("@FILE@") do
  local signature, body = line:match("^(%x+) (.*)$")
  bodies[#bodies + 1], signatures[#signatures + 1] = body, signature
end
function request()
  sent = sent % #bodies + 1
  local headers = {["Content-Type"] = "application/json", ["x-webhook-signature"] = signatures[sent]}
  return wrk.format("POST", "@PATH@", headers, bodies[sent])
end
function done(summary, latency)
  local wrong = summary.errors
  io.write(string.format("J %d %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), latency.max, wrong.status + wrong.connect + wrong.read + wrong.write + wrong.timeout))
end
"""


@dataclass(frozen=True)
class Measured:
    """One round."""

    per_second: float
    p50: float
    p99: float
    longest: float
    errors: int
    cpu: float
    """Milliseconds of CPU for each delivery."""
    stored: int
    """Records stored by the end of the round."""


def bodies(file: Path, number: int, first: int) -> None:
    """Write so many different deliveries with their signatures, one a line."""
    with file.open("w", encoding="utf-8") as out:
        for place in range(first, first + number):
            record = {
                "studentId": f"CS{place % 5_000:04d}",
                "name": "Nisha Müller",
                "attendance": "present",
                "date": f"2026-{place // 5_000 % 12 + 1:02d}-{place // 60_000 % 28 + 1:02d}",
                "subject": "Data Structures",
                "courseCode": f"CS{place // 1_680_000}",
                "period": 1,
                "teacher": "Dr. R. Menon",
                "updatedAt": f"2026-01-15T09:13:45.{place:09d}Z",
            }
            content = {"event": "attendance.updated", "id": f"evt_{place:09d}", "data": record}
            body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            out.write(f"{sign(SECRET, body.encode())} {body}\n")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def cpu_seconds(pid: int) -> float:
    stat = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return sum(map(int, stat[11:15])) / os.sysconf("SC_CLK_TCK")


def prepared(folder: Path, port: int) -> list[str]:
    """Make a data folder with one integration; return the command that serves it."""
    data = DataFolder(folder).prepare()
    hub = Hub.open(data, open_vault(data.identity(), data.vault_file))
    written = {
        "name": "Benchmark",
        "baseUrl": "http://127.0.0.1:9",
        "authType": "none",
        "webhookSecret": SECRET,
        "endpoints": {"attendance": {"path": "/never", "enabled": False}},
    }
    hub.integrations.add(ASHA, read_integration(written))
    hub.close()
    return [sys.executable, "-m", "hub_desktop", "serve", "--port", str(port), "--data-dir", str(folder)]


def kept(folder: Path) -> tuple[int, int]:
    """Return how many deliveries lie on disk, and how many of them were stored."""
    data = DataFolder(folder)
    hub = Hub.open(data, open_vault(data.identity(), data.vault_file))
    try:
        counts = hub.webhooks.show(ASHA, 1).counts
        return sum(counts.values()), sum(n for state, n in counts.items() if state == "processed")
    finally:
        hub.close()


def wrk(port: int, script: Path, seconds: float, connections: int) -> list[int]:
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "-s", str(script), f"http://127.0.0.1:{port}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=True)
    found = re.search(r"^J (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout, re.MULTILINE)
    if found is None:
        raise RuntimeError(done.stdout + done.stderr)
    return [int(value) for value in found.groups()]


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the receiver did not start")


def measured(name: str, work: Path, scripts: tuple[Path, Path], asked: argparse.Namespace) -> Measured:
    folder, port = work / f"{name.replace(' ', '-')}-{time.time_ns()}", free_port()
    if name == "ours":
        command = prepared(folder, port)
    else:
        folder.mkdir()
        file = folder / "inbox.db" if name == "group commit" else ""
        command = [sys.executable, "-c", FLOOR, SECRET, str(file), str(port)]
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
    try:
        wait_for(port)
        warm = wrk(port, scripts[0], 1, asked.connections)
        began = cpu_seconds(process.pid)
        requests, micros, p50, p99, longest, errors = wrk(port, scripts[1], asked.seconds, asked.connections)
        used = cpu_seconds(process.pid) - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    stored = 0
    if name == "ours":
        lying, stored = kept(folder)
        # wrk throws the last answers of its time away, so that a few more lie on disk than it counted.
        if not requests + warm[0] - errors <= lying:
            raise RuntimeError(f"{requests + warm[0]} were acknowledged and {lying} lie on disk")
    shutil.rmtree(folder)
    return Measured(
        requests / (micros / 1e6), p50 / 1e3, p99 / 1e3, longest / 1e3, errors, used / requests * 1e3, stored
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--connections", type=int, default=16)
    options.add_argument("--bodies", type=int, default=150_000)
    options.add_argument("--only", default="ours,verify only,group commit")
    asked = options.parse_args()
    os.environ.setdefault(PASSPHRASE_VARIABLE, "a passphrase for the benchmark")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = asked.only.split(",")
    results: dict[str, list[Measured]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory(prefix="hub-webhooks-", dir=Path.home()) as path:
        work = Path(path)
        scripts: list[Path] = []
        for place, number in ((0, 20_000), (20_000, asked.bodies)):
            file, script = work / f"bodies-{place}", work / f"send-{place}.lua"
            bodies(file, number, place)
            script.write_text(LUA.replace("@FILE@", str(file)).replace("@PATH@", PATH), "utf-8")
            scripts.append(script)
        for _ in range(asked.rounds):
            for name in names:
                results[name].append(measured(name, work, (scripts[0], scripts[1]), asked))
    print(f"{asked.connections} connections, {asked.seconds:g} s, medians of {asked.rounds}")
    print("receiver       per second  p50 ms  p99 ms  max ms  CPU ms errors stored")
    for name, rounds in results.items():

        def middle(field: str, rounds: list[Measured] = rounds) -> Any:
            return statistics.median(getattr(one, field) for one in rounds)

        print(
            f"{name:14} {middle('per_second'):10,.0f} {middle('p50'):7.2f} {middle('p99'):7.2f} "
            f"{middle('longest'):7.1f} {middle('cpu'):7.3f} {sum(one.errors for one in rounds):6d} "
            f"{middle('stored'):,.0f}"
        )


if __name__ == "__main__":
    main()
