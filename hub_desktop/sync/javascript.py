"""JavaScript transformations: one function from record to record, or to null, run by pages in a process of its own.

The engine is QuickJS without anything around it: no network, no files, no timers. It keeps to a limit of memory and of
computing time by itself; the process around it makes sure that whatever goes wrong in there, it ends in an error of
the endpoint, and never in a desk that hangs or is gone.
"""

import contextlib
import json
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.own_program import JAVASCRIPT_ENGINE, OwnProgram
from hub_desktop.core.raw_records import Unreadable
from hub_desktop.core.redaction import one_line
from hub_desktop.core.rewriting import Rewritten
from hub_desktop.core.validation import RecordChecker

MEMORY = 100 * 1024 * 1024
"""Bytes that the engine may use."""
SECONDS = 2
"""Seconds of computing for one page, or for each thousand records of a longer one."""
DEPTH = 50
"""How deeply lists and objects of a record may be nested."""

_RECORDS = 1_000
_CHARACTERS = 2_000_000
_LONGEST_RECORD = 8_000_000
_LONGEST_ANSWER = 128 * 1024 * 1024
_GUARD = 15.0
"""Seconds on the clock after which a page is given up, whatever the engine says; a busy computer is given its time."""
_START = 60.0
_EXACT = 2**53 - 1
_ENGINE = Path(__file__).with_name("javascript_engine.py")
_KEPT = frozenset(
    [
        "PATH",
        "PYTHONPATH",
        "PYTHONHOME",
        "VIRTUAL_ENV",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "HOME",
        "USERPROFILE",
        "APPDATA",
        "SYSTEMROOT",
        "TEMP",
        "TMP",
    ]
)
"""What the process is told of the environment; it may hold secrets, such as the passphrase of the vault."""


_FAILURES = {
    "time": f"The JavaScript of endpoint “{{name}}” did not end within {SECONDS} seconds for one page of records. "
    "Look for a loop that does not end.",
    "memory": "The JavaScript of endpoint “{name}” needs more than 100 MB of memory. "
    "Look for a list or a text that only grows.",
    "crashed": "The JavaScript of endpoint “{name}” brought its engine down, perhaps for want of memory. "
    "Look for a list or a text that only grows.",
    "syntax": "The JavaScript of endpoint “{name}” cannot be read ({said}). Mend it there.",
    "error": "The JavaScript of endpoint “{name}” failed before it saw a record ({said}). Mend it there.",
    "no-function": "The JavaScript of endpoint “{name}” is not a function. "
    "Write one from a record to a record, such as (record) => record.",
    "no-engine": "The JavaScript of endpoint “{name}” cannot be run, because the JavaScript engine is not installed on "
    "this computer. Ask your IT team to install quickjs-ng, or take the JavaScript out of the endpoint.",
}
_FAILURES_AT_LINE = _FAILURES | {
    "syntax": "The JavaScript of endpoint “{name}” cannot be read (line {line}: {said}). Mend it there.",
    "error": "The JavaScript of endpoint “{name}” failed before it saw a record (line {line}: {said}). Mend it there.",
}


class JavaScript:
    """The JavaScript transformation of one endpoint; its process starts with the first page and ends with `close`.

    Not for sharing between threads.
    """

    def __init__(self, endpoint: str, source: str) -> None:
        self._endpoint = endpoint
        self._source = source
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def rewrite(self, records: Sequence[Any]) -> Rewritten:
        """Return what the function makes of the records.

        Raises ConfigurationError where it is no function, does not end, or needs too much memory.
        """
        done = Rewritten([], [], [])
        passed_over = 0
        for batch in _batches(records, done):
            texts = [text for _, text in batch]
            for (record, _), answer in zip(batch, self._ask(f"[{','.join(texts)}]"), strict=True):
                match answer:
                    case ["record", dict(made)]:
                        done.records.append(made)
                        done.originals.append(record)
                    case ["passed"]:
                        passed_over += 1
                    case ["refused", str(said), str(stack)]:
                        done.refused.append((record, _reason(said, stack)))
                    case _:
                        done.refused.append((record, "JavaScript: the function must return a record or null."))
        return Rewritten(done.records, done.originals, done.refused, passed_over)

    def close(self) -> None:
        """End the process, if it was started."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                # What could not be written to a process that is gone is not wanted any more.
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    # -- asking the process --------------------------------------------------------------------------------------

    def _ask(self, text: str) -> list[Any]:
        if self._process is None:
            self._process = self._start()
            begin = {"source": self._source, "memory": MEMORY, "seconds": SECONDS, "depth": DEPTH}
            self._exchange(json.dumps(begin), _START)
        answer = self._exchange(text, _GUARD)
        try:
            return _listed(orjson.loads(answer["page"]))
        except ValueError:
            # orjson takes no halves of surrogate pairs; they are cleaned away when fields are checked.
            return _listed(json.loads(answer["page"]))

    def _exchange(self, line: str, patience: float) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise self._failed("crashed")
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        guard = threading.Timer(patience, give_up)
        guard.daemon = True
        guard.start()
        try:
            process.stdin.write(line.encode("ascii") + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline(_LONGEST_ANSWER)
        except OSError:
            answer = b""
        finally:
            guard.cancel()
            guard.join()
        if not answer.endswith(b"\n"):
            self.close()
            raise self._failed("time" if late.is_set() else "crashed")
        found: dict[str, Any] = json.loads(answer)
        if "failed" in found:
            self.close()
            raise self._failed(str(found["failed"]), str(found.get("said", "")), int(found.get("line", 0)))
        return found

    def _start(self) -> "subprocess.Popen[bytes]":
        try:
            return subprocess.Popen(  # noqa: S603 - our own program, run by our own interpreter
                _engine_command(OwnProgram.running()),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: value for name, value in os.environ.items() if name.upper() in _KEPT},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise self._failed("no-engine", str(error)) from None

    def _failed(self, how: str, said: str = "", line: int = 0) -> ConfigurationError:
        where = one_line(f"line {line}: {said}" if line else said, 300)
        sentence = (_FAILURES_AT_LINE if line else _FAILURES)[how]
        return ConfigurationError(
            sentence.format(name=self._endpoint, line=line, said=one_line(said, 300)),
            f"the engine ended with “{how}” {where}".rstrip(),
            field=f"endpoints.{self._endpoint}.javascript",
        )


def _engine_command(program: OwnProgram) -> list[str]:
    """Return what starts the process of the engine."""
    return program.command(JAVASCRIPT_ENGINE) if program.built else [program.executable, "-P", str(_ENGINE)]


@contextlib.contextmanager
def opened_checker(name: str, endpoint: Endpoint) -> Iterator[RecordChecker]:
    """Yield what maps and checks the records of an endpoint, its JavaScript transformation included."""
    if not endpoint.javascript:
        yield RecordChecker(name, endpoint)
        return
    with JavaScript(name, endpoint.javascript) as javascript:
        yield RecordChecker(name, endpoint, javascript.rewrite)


def rewrite_once(name: str, endpoint: Endpoint, records: Sequence[Any]) -> Rewritten:
    """Return some records of an endpoint as its JavaScript transformation leaves them, unchanged where it has none."""
    if not endpoint.javascript:
        return Rewritten(list(records), list(records), [])
    with JavaScript(name, endpoint.javascript) as javascript:
        return javascript.rewrite(records)


def _batches(records: Sequence[Any], done: Rewritten) -> Iterator[list[tuple[Any, str]]]:
    """Yield records with their JSON, some at a time; those that cannot be handed over are noted as refused."""
    batch: list[tuple[Any, str]] = []
    size = 0
    for record in records:
        if isinstance(record, Unreadable):
            done.refused.append((record.raw, record.reason))
            continue
        try:
            text = _text_of(record)
        except ValueError as error:
            done.refused.append((record, f"JavaScript: {error}."))
            continue
        if batch and (len(batch) >= _RECORDS or size + len(text) > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append((record, text))
        size += len(text)
    if batch:
        yield batch


def _text_of(record: Any) -> str:
    """Return a record as ASCII JSON; raise ValueError with the reason where it is none."""
    if not isinstance(record, dict):
        raise ValueError("this is not a record but a single value")  # noqa: TRY004 - a reason like the others
    text = json.dumps(_exact(record, 1), allow_nan=False, separators=(",", ":"))
    if len(text) > _LONGEST_RECORD:
        raise ValueError("the record is too long")
    return text


def _exact(value: Any, depth: int) -> Any:
    """Return a value with numbers that JavaScript would round as text, so that no number of a student is changed."""
    if depth > DEPTH + 1:
        raise ValueError("the record is nested too deeply")
    if isinstance(value, dict):
        return {str(name): _exact(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_exact(inner, depth + 1) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool) and not -_EXACT <= value <= _EXACT:
        try:
            return str(value)
        except ValueError:
            raise ValueError("a number is too large") from None
    return value


def _reason(said: str, stack: str) -> str:
    _, _, rest = stack.partition("<input>:")
    line = rest.partition(":")[0]
    said = one_line(said, 200).rstrip(".")
    return f"JavaScript, line {line}: {said}." if line.isdecimal() else f"JavaScript: {said}."


def _listed(answer: Any) -> list[Any]:
    return answer if isinstance(answer, list) else []
