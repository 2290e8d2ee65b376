"""A machine reads the OpenAPI document and looks for requests to which the API does not answer as the document says.

By hand, with many more examples:

    python -m tests.server.api.test_conformance --examples 300 --seed 7
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.hub import api_tokens
from tests.server.api.desk import ApiDesk, opened_desk, served_upstream

RESOLVE = socket.getaddrinfo
CONFIG = Path(__file__).with_name("schemathesis.toml")


def attack(desk: ApiDesk, *, examples: int, seed: int, phases: str, seconds: int) -> subprocess.CompletedProcess[str]:
    """Run schemathesis with all its checks against the listener of a desk."""
    program = Path(sys.executable).with_name("st")
    command = [str(program), "--config-file", str(CONFIG), "run", f"{desk.listener.address}/openapi.json"]
    command += ["-H", f"Authorization: Bearer {desk.token(name='schemathesis')}", "--checks", "all"]
    command += ["--seed", str(seed), "-n", str(examples), "--phases", phases, "--no-shrink", "--no-color"]
    # An answer may be asked to wait for a run.
    command += ["--request-timeout", "90", "--max-response-time", "90", "--suppress-health-check", "all"]
    with tempfile.TemporaryDirectory() as folder:
        # A folder of its own, for the examples that hypothesis remembers must not change the next run.
        return subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "NO_PROXY": "*", "COLUMNS": "160"},
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )


def unresolved(host: str | None, *rest: Any, **named: Any) -> Any:
    """Resolve names of this computer alone: what a machine makes up as an upstream must not be asked."""
    if host in {None, "127.0.0.1", "localhost", "::1"}:
        return RESOLVE(host, *rest, **named)
    raise socket.gaierror(socket.EAI_NONAME, "no such name here")


def prepared(desk: ApiDesk) -> None:
    """Fill a desk, so that there is something behind most addresses."""
    for number in range(1, 4):
        desk.add(f"System {number}")
    desk.upstream.students += [{"name": "No key"}, {"name": "None either"}]
    desk.client().post("/api/integrations/1/sync?wait=20")


@pytest.mark.skipif(sys.platform == "win32", reason="the program st lies elsewhere there")
def test_a_machine_finds_no_request_that_is_not_answered_as_documented(
    desk: ApiDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It shows wrong tokens without end, and each is to be answered with 401.
    monkeypatch.setattr(api_tokens, "_FREE_TRIES", 10**9)
    monkeypatch.setattr(socket, "getaddrinfo", unresolved)
    prepared(desk)
    done = attack(desk, examples=3, seed=1, phases="examples,coverage,fuzzing", seconds=120)
    assert done.returncode == 0, done.stdout[-8_000:] + done.stderr[-2_000:]
    chosen = re.search(r"Operations:\s+(\d+) selected / (\d+) total", done.stdout)
    assert chosen is not None
    # All but the stream of events, which has no end.
    assert int(chosen[1]) == int(chosen[2]) - 1 >= 30
    assert f"Tested: {chosen[1]}" in done.stdout


def main() -> int:
    """Run it by hand; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    api_tokens._FREE_TRIES = 10**9
    socket.getaddrinfo = unresolved
    with (
        served_upstream() as upstream,
        tempfile.TemporaryDirectory() as folder,
        opened_desk(Path(folder) / "data", upstream) as desk,
    ):
        prepared(desk)
        phases = "examples,coverage,fuzzing,stateful"
        done = attack(desk, examples=given.examples, seed=given.seed, phases=phases, seconds=3_600)
    print(done.stdout + done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
