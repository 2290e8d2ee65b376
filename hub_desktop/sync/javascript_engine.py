"""The program of the process in which a JavaScript transformation runs; it stands alone and imports nothing of ours.

It reads lines of JSON from standard input: first what to run and its limits, then one page of records a line. It
answers each line with one line. It ends when its input does, or when its starter ends it.
"""

import json
import re
import sys
from typing import Any

# Everything the page needs is taken hold of before the person's own code runs, which may change what it finds.
_PAGE = """
(() => {
  "use strict";
  const parse = JSON.parse, stringify = JSON.stringify, isArray = Array.isArray, keysOf = Object.keys;
  const prototypeOf = Object.getPrototypeOf, plain = Object.prototype, create = Object.create;
  const isFinite = Number.isFinite;
  class Refusal { constructor(reason) { this.reason = reason; } }
  const named = (value) => {
    try { return value.constructor.name || "object"; } catch { return "object"; }
  };
  const copied = (value, place, depth) => {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") {
      if (!isFinite(value)) throw new Refusal(`${place} is not a number`);
      return value;
    }
    if (typeof value !== "object") throw new Refusal(`${place} is a ${typeof value}, which no record can hold`);
    if (depth > DEPTH) throw new Refusal("the record is nested too deeply, or holds itself");
    if (isArray(value)) {
      const list = [];
      for (let i = 0; i < value.length; i++) {
        list[i] = value[i] === undefined ? null : copied(value[i], `${place}[${i}]`, depth + 1);
      }
      return list;
    }
    const kind = prototypeOf(value);
    if (kind !== plain && kind !== null) {
      throw new Refusal(`${place} is a ${named(value)}; make a text, a number or a plain object of it`);
    }
    const made = create(null);
    for (const key of keysOf(value)) {
      if (value[key] !== undefined) made[key] = copied(value[key], `${place}.${key}`, depth + 1);
    }
    return made;
  };
  const answer = (f, record) => {
    try {
      const given = f(record);
      if (given === null) return ["passed"];
      if (given === undefined) throw new Refusal("the function returned nothing; it must return a record or null");
      if (typeof given !== "object" || isArray(given)) {
        throw new Refusal("the function must return a record or null");
      }
      return ["record", copied(given, "record", 1)];
    } catch (error) {
      if (error instanceof Refusal) return ["refused", error.reason, ""];
      let said = "an error without words", stack = "", ours = false;
      try {
        // What the engine throws when its memory is used up; that is no fault of the record.
        ours = error === null || error?.name === "InternalError";
        said = error?.name ? `${error.name}: ${error.message}` : `${error}`;
        stack = `${error?.stack ?? ""}`;
      } catch { /* the error itself cannot be read */ }
      if (ours) throw error;
      return ["refused", said.slice(0, 300), stack.slice(0, 2000)];
    }
  };
  return (f, text) => {
    if (typeof f !== "function") return "";
    const records = parse(text);
    for (let i = 0; i < records.length; i++) records[i] = answer(f, records[i]);
    return stringify(records);
  };
})()
"""
_LINE = re.compile(r"<input>:(\d+)")


def main() -> None:
    """Serve pages until the input ends."""
    _give_up_rights()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    begin = json.loads(requests.readline())
    try:
        import quickjs
    except ImportError:
        _say(answers, {"failed": "no-engine"})
        return
    _say(answers, _page(quickjs, begin, "[]"))
    for line in requests:
        _say(answers, _page(quickjs, begin, line.decode("ascii")))


def _page(quickjs: Any, begin: dict[str, Any], text: str) -> dict[str, Any]:
    """Run one page in an engine of its own, so that no page depends on what another one left behind."""
    context = quickjs.Context()
    context.set_memory_limit(begin["memory"])
    context.set_time_limit(begin["seconds"])
    context.set_max_stack_size(512 * 1024)
    try:
        run = context.eval(_PAGE.replace("DEPTH", str(begin["depth"])))
        # On the same line, so that errors name the line that the person sees.
        function = context.eval(f"({begin['source'].rstrip().rstrip(';')}\n)")
        answered = run(function, text) if isinstance(function, quickjs.Object) else ""
    except quickjs.JSException as error:
        said = str(error)
        if "interrupted" in said:
            return {"failed": "time"}
        if said.startswith("SyntaxError"):
            return {"failed": "syntax", "said": said.partition("\n")[0], "line": _line_of(said)}
        if said.startswith("null") or "out of memory" in said or "InternalError" in said:
            return {"failed": "memory"}
        return {"failed": "error", "said": said.partition("\n")[0], "line": _line_of(said)}
    if not answered:
        return {"failed": "no-function"}
    return {"page": answered}


def _line_of(said: str) -> int:
    found = _LINE.search(said)
    return int(found[1]) if found else 0


def _say(answers: Any, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode("ascii") + b"\n")
    answers.flush()


def _give_up_rights() -> None:
    """Let the process write no file and no picture of its memory, and let it die in silence."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        # The engine keeps to its own limit; this one holds should it ever fail to.
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


if __name__ == "__main__":
    main()
