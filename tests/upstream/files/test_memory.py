"""However long a file is, only a few of its records are in memory."""

import threading
import tracemalloc
from pathlib import Path

from hub_desktop.core.integration import read_integration
from hub_desktop.upstream.files.reading import FileUpstream


def peak_of(folder: Path, rows: int) -> int:
    with (folder / "students.csv").open("w") as file:
        file.write("id,name,band\n")
        file.writelines(f"{n:08},Student {n},10-20\n" for n in range(rows))
    written = {"name": "Office", "baseUrl": str(folder), "endpoints": {"students": "students.csv"}}
    source = FileUpstream(read_integration(written).integration, cancel=threading.Event())
    tracemalloc.start()
    try:
        assert sum(len(page.records) for page in source.pages("students")) == rows
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_stays_flat(tmp_path: Path) -> None:
    few, many = peak_of(tmp_path, 5_000), peak_of(tmp_path, 50_000)
    # Reading the whole file once to know its encoding takes a chunk of 1 MiB at a time.
    assert many < few + 3_000_000
