"""Makes tests/data/oulad from a folder with OULAD's tables (`*.csv` or `*.csv.gz`), their content unchanged.

    python tests/benchmarks/make_oulad.py FOLDER [OUTPUT]

The same input gives the same bytes.
"""

import argparse
import gzip
import io
from pathlib import Path

TABLES = ("courses", "assessments", "studentInfo", "studentAssessment")
OUTPUT = Path(__file__).resolve().parents[1] / "data" / "oulad"


def table(folder: Path, name: str) -> bytes:
    packed = folder / f"{name}.csv.gz"
    return gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / f"{name}.csv").read_bytes()


def packed(content: bytes) -> bytes:
    """Return `content` gzipped without time or name, so that equal content gives equal bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with OULAD's tables")
    parser.add_argument("output", type=Path, nargs="?", default=OUTPUT)
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        content = packed(table(arguments.folder, name))
        (arguments.output / f"{name}.csv.gz").write_bytes(content)
        print(f"{name}: {len(content)} bytes")


if __name__ == "__main__":
    main()
