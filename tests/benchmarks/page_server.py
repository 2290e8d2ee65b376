"""A fast loopback API for benchmarks: pages of attendance, made before the first request.

    python -m tests.benchmarks.page_server --records 200000 --page-size 1000

It prints its address as the first line and runs until its standard input closes, so it ends with whoever began it.
`GET /api/attendance?page=1&limit=1000` answers in the envelope success/data/pagination to the bearer token `bench`.
With `--latency-ms 50` every answer waits so long, as over a slow line; several at once wait at once.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

TOKEN = "bench"
_STATUS = ("present", "present", "present", "present", "absent", "present", "late", "present", "present", "excused")
_SUBJECTS = ("CS201", "CS202", "CS203", "MA204", "CS205")


def records(number: int) -> Iterator[dict[str, object]]:
    """Yield `number` attendance records, each of another student, day or subject."""
    students = max(1, number // (len(_SUBJECTS) * 50))
    for i in range(number):
        subject, rest = _SUBJECTS[i % 5], i // 5
        student, day = rest % students, rest // students
        yield {
            "studentId": f"CS{2101 + student}",
            "name": f"Student {student:,}",
            "attendance": _STATUS[(i * 7 + day) % 10],
            "date": (date(2024, 1, 1) + timedelta(days=day)).isoformat(),
            "courseCode": subject,
            "period": 1 + i % 5,
            "remarks": None if i % 3 else "lab session",
            "updatedAt": "2024-06-01T10:00:00Z",
        }


def pages(number: int, size: int) -> list[bytes]:
    """Return every page as a whole HTTP answer, and an empty one to follow the last."""
    rows = list(records(number))
    chunks = [rows[start : start + size] for start in range(0, number, size)] + [[]]
    answers = []
    for index, chunk in enumerate(chunks):
        envelope = {
            "success": True,
            "data": chunk,
            "pagination": {"page": index + 1, "limit": size, "total": number},
        }
        body = json.dumps(envelope, separators=(",", ":")).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        answers.append(head.encode() + body)
    return answers


async def _serve(number: int, size: int, latency: float) -> None:
    answers = pages(number, size)
    refusal = b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if f"bearer {TOKEN}\r\n".encode() not in head.lower():
                    writer.write(refusal)
                else:
                    await asyncio.sleep(latency)
                    query = parse_qs(urlsplit(head.split(b" ", 2)[1].decode()).query)
                    writer.write(answers[min(int(query.get("page", ["1"])[0]), len(answers)) - 1])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(client, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextmanager
def running(number: int, size: int = 1000, *, latency_ms: int = 0) -> Iterator[str]:
    """Run the server as a process of its own; yield its address."""
    command = [sys.executable, "-m", "tests.benchmarks.page_server", "--records", str(number), "--page-size", str(size)]
    command += ["--latency-ms", str(latency_ms)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.stdin.close()


def integration(address: str, size: int = 1000) -> dict[str, object]:
    """Return the configuration that reads the server, in the seed's JSON shape."""
    paging = {"style": "page", "pageSize": size, "maxPages": 100_000}
    return {
        "name": "Bench",
        "type": "attendance",
        "baseUrl": address,
        "authType": "bearer",
        "apiKey": TOKEN,
        "endpoints": {"attendance": {"path": "/api/attendance", "pagination": paging}},
        "syncInterval": 60,
        "enabled": True,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--page-size", type=int, default=1000)
    parser.add_argument("--latency-ms", type=int, default=0)
    given = parser.parse_args()
    asyncio.run(_serve(given.records, given.page_size, given.latency_ms / 1000))
