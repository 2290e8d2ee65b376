"""The English sentences from below the window, found in the source as templates with numbered placeholders.

What the hub says is put together where it happens, by f-strings, and stays English there: log, terminal and HTTP show
it as it is. The window looks a finished sentence up among these templates and shows what the translator made of them.
"""

import ast
import calendar
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

ROOMS = (
    "core",
    "hub",
    "sync",
    "upstream",
    "store",
    "ui",
    "app.py",
    "server/hub_listener.py",
    "server/listener_keeper.py",
)
"""Where sentences that reach the window are written."""
UNSAID = frozenset(
    {
        "core/command_words.py",  # words of the terminal's cURL
        "core/curl_options.py",
        "core/redaction.py",
        "core/transformations/guide.py",  # a page of help, written when it is published
        "store/tables.py",
        "store/record_tables.py",
        "store/record_sql.py",
        "store/current_sql.py",
        "store/comparison.py",
        "store/autostart.py",
        "ui/help/first_steps.py",  # besides what it translates, an answer in JSON
        "ui/help/names.py",  # words that the window translates where they stand
        "ui/shortcuts.py",
        "ui/style/sheet.py",
        "ui/spoken.py",
        "ui/language.py",
        "ui/application.py",
        "ui/qt_application.py",
        "ui/main_window.py",
        "ui/screen.py",
    }
)
"""Files whose words are for machines."""
MOST_FORMS = 16
"""A sentence with more ways of being put together is kept with holes in place of its choices."""

_LOGGERS = {"debug", "info", "warning", "error", "exception", "critical"}
_MACHINE_CALLS = frozenset(
    {
        "compile",
        "text",
        "execute",
        "exec_driver_sql",
        "scalar",
        "getLogger",
        "TypeVar",
        "getattr",
        "strptime",
        "strftime",
    }
    | {"search", "match", "fullmatch", "sub", "split", "startswith", "endswith", "removeprefix", "removesuffix"}
    | {"strftime", "replace", "encode", "AssertionError", "NotImplementedError", "TypeError"}
)
"""What is handed to these is for a machine, or for whoever mends the program."""
_CONFIGURED = {"Configured", "Parameters"}
"""Of which classes are made that explain their own fields."""
_TRANSLATED = {"tr", "_tr", "translate"}
"""What stands in these the window translates by itself."""
_SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE FROM|CREATE|PRAGMA|WHERE|ORDER BY|ATTACH|VACUUM|DROP|EXISTS|COLLATE|NULL|AND|OR)\b"
)
_LABEL = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*…?")
_WORD = re.compile(r"[A-Za-z][A-Za-z’']+")
_PHRASE = re.compile(r"[A-Za-z’'”)}…,;:.%\d] +[A-Za-z“({—–-]")
_MACHINE = re.compile(r"[a-z]+=|; *[a-z]+=|^[\w.*+-]+/[\w.*+-]+|\\|^https?:|<\w|%\(|\(\?")
_NUMBER_SPEC = re.compile(r",?(?:\.\d+f|d)?")
_ADDED = {
    **dict.fromkeys(calendar.day_name, ""),
    **{f"{day} {{0}}": "n" for day in (*calendar.day_name, "today", "tomorrow", "yesterday")},
    **{f"{{0}} {month} {{1}}": "nn" for month in (*calendar.month_abbr[1:], *calendar.month_name[1:])},
    **{f"{{0}} {month}": "n" for month in calendar.month_abbr[1:]},
    **{f"on {{0}} {month} {{1}}": "nn" for month in calendar.month_name[1:]},
    "{0} and {1}": "tt",
    "{0} or {1}": "tt",
    **{f"{{0}} {month} {{1}} {{2}}": "nnn" for month in calendar.month_abbr[1:]},
    ".": "",
    **dict.fromkeys(("students", "faculty", "subjects", "timetable", "attendance", "marks"), ""),
    **{f"{{0}} % {word}": "n" for word in ("present", "late", "excused", "absent")},
    "text": "",
    **{f"{{0}} {unit}": "n" for unit in ("s", "min", "h")},
}
"""What no source holds as it is said.

Days and months, which Python writes; what joins a list, and a full stop that was added; the names of data types, which
most endpoints have for theirs; shares that are listed; what a field holds that is neither a number nor a list; and
lengths of time.
"""
_DATA_NAMES = frozenset(
    {"name", "names", "host", "url", "address", "path", "value", "key", "folder", "file", "user", "port", "serial"}
    | {"names_listed", "integration", "college", "person", "account", "header", "type_name", "scheme_name"}
)
"""What a placeholder shows by these names is data, and stays as it came."""
_FILLED_LATER = {"run": "n", "low": "k", "high": "k", "expected": "t", "name": "k", "said": "k"} | dict.fromkeys(
    ("ge", "le", "max_length", "line"), "n"
)
"""What plain texts leave open for `format`, and of what kind it is."""
_LATER = re.compile(rf"(?<![{{$])\{{({'|'.join(_FILLED_LATER)})(?::,)?\}}(?!\}})")
_ENDPOINT_NAMES = frozenset({"endpoint"})
"""What these show is the name of an endpoint: that of a data type, or what somebody typed."""


@dataclass(frozen=True)
class Hole:
    """A placeholder.

    `kind` is n for a number, k for data that is kept as it is, t for what may be words of ours, and e for a name that
    is one of ours or was given by somebody.
    """

    kind: str


@dataclass(frozen=True)
class _Form:
    """One way a sentence can be put together, and the choices that led to it."""

    parts: tuple[str | Hole, ...]
    chosen: Mapping[str, bool]


class Sentences(dict[str, str]):
    """Templates with the kinds of their placeholders; `places` says in which file each was found first."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, str] = {}

    def add(self, parts: tuple[str | Hole, ...], place: str) -> None:
        """Take a sentence up, unless it is none."""
        for piece in _pieces(parts):
            template, kinds = _written(piece)
            if not is_said(template):
                continue
            known = self.get(template, kinds)
            self[template] = "".join(map(_either, known, kinds))
            self.places.setdefault(template, place)


def find_sentences(package: Path) -> Sentences:
    """Return everything below the window, and of its own counts, that a person may come to read."""
    found = Sentences()
    for room in ROOMS:
        files = [package / room] if room.endswith(".py") else sorted((package / room).rglob("*.py"))
        for file in files:
            place = file.relative_to(package).as_posix()
            if place not in UNSAID and "migrations/" not in place:
                _read(ast.parse(file.read_text("utf-8")), place, found)
    _read_record_words(package / "ui" / "words.py", found)
    _read_explanations(package, found)
    _read_catalog(package.parent / "resources" / "catalog", found)
    for template, kinds in _ADDED.items():
        found[template] = kinds
        found.places[template] = "core/schedule_words.py"
    return found


def _read_record_words(file: Path, found: Sentences) -> None:
    """Take up the counts of each kind of data, whose words stand in a table."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_RECORD_WORDS" and node.value is not None:
            for words in ast.literal_eval(node.value).values():
                for word in words:
                    found.add((Hole("n"), f" {word}"), "ui/words.py")


def _read_explanations(package: Path, found: Sentences) -> None:
    """Take up what a configuration says of its own fields, as the forms show it."""
    for file in sorted((package / "core").rglob("*.py")):
        place = file.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.ClassDef) or not _CONFIGURED & {ast.unparse(base) for base in node.bases}:
                continue
            for field, below in pairwise(node.body):
                match field, below:
                    case ast.AnnAssign(), ast.Expr(value=ast.Constant(value=str(text))):
                        # The same marks are taken out as where it is shown.
                        found.add((" ".join(text.replace("`", "").replace("None:", "empty:").split()),), place)


def _read_catalog(folder: Path, found: Sentences) -> None:
    """Take up what the templates of well-known systems say to a person."""
    for file in sorted(folder.glob("*.json")):
        template = json.loads(file.read_text("utf-8"))
        said = [template["summary"], *template.get("steps", []), *template.get("notes", [])]
        said += [blank.get(part, "") for blank in template.get("blanks", []) for part in ("label", "help")]
        said += [advice["say"] for advice in template.get("recognise", {}).get("advice", [])]
        for text in said:
            found.add((text,), "resources/catalog")


def is_said(template: str) -> bool:
    """Tell whether a text is something to say, rather than a word between machines."""
    bare = re.sub(r"\{\d+\}", "", template)
    if _SQL.search(bare) or _MACHINE.search(bare):
        return False
    if _LABEL.fullmatch(template):
        return True
    return bool(_PHRASE.search(template)) and any(len(word) > 1 for word in _WORD.findall(bare))


def _read(tree: ast.Module, place: str, found: Sentences) -> None:
    tables = {name: value for name, value in _settled(tree).items() if isinstance(value, ast.Dict)}
    for scope, node in _texts(tree):
        for form in _forms(node, {**tables, **_settled(scope)}) or []:
            found.add(form.parts, place)


def _texts(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.expr]]:
    """Yield every outermost text of a module with the function that it stands in."""

    def walk(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.expr]]:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("__") and node.name != "__init__":
                return  # what a debugger shows
            scope = node
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            yield scope, node
            # A choice between texts, or a text within a text, may also come alone.
            if isinstance(node, ast.JoinedStr):
                for value in node.values:
                    if isinstance(value, ast.FormattedValue):
                        yield from walk(value.value, scope)
            return
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _forms(node, {}):
            yield scope, node
        if isinstance(node, ast.Call) and _called(node) == "count" and _forms(node, {}):
            yield scope, node
        for child in _children(node):
            yield from walk(child, scope)

    yield from walk(tree, tree)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what of a node may hold texts for people."""
    if isinstance(node, ast.Call) and (_is_machine_call(node) or _called(node) in _TRANSLATED):
        return
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Annotated":
        # What a field is called stands beside its type.
        yield node.slice
        return
    if isinstance(node, ast.Compare | ast.Subscript):
        # Words that are compared or looked up are no words that are shown; what is looked up in may be.
        yield (
            node.value
            if isinstance(node, ast.Subscript)
            else ast.Tuple(
                [
                    one
                    for one in (node.left, *node.comparators)
                    if not isinstance(one, ast.Constant | ast.Set | ast.Tuple)
                ],
                ast.Load(),
            )
        )
        return
    if isinstance(node, ast.Dict):
        yield from node.values
        return
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield from (one for one in node.body if not _is_bare_text(one))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.args
        return
    if isinstance(node, ast.Match):
        yield node.subject
        for case in node.cases:
            yield from case.body
        return
    if _is_bare_text(node):
        return
    yield from ast.iter_child_nodes(node)


def _is_bare_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_machine_call(node: ast.Call) -> bool:
    called = _called(node)
    if isinstance(node.func, ast.Attribute) and called in _LOGGERS:
        return isinstance(node.func.value, ast.Name) and node.func.value.id in {"_log", "logging", "log", "logger"}
    return called in _MACHINE_CALLS


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _settled(scope: ast.AST) -> dict[str, ast.expr]:
    """Return the names that a function gives a value exactly once."""
    given: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign | ast.NamedExpr | ast.For | ast.comprehension):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name):
                value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
                given.setdefault(target.id, []).append(value or ast.Constant(None))
            elif isinstance(target, ast.Tuple):
                for one in target.elts:
                    given.setdefault(getattr(one, "id", ""), []).append(ast.Constant(None))
    return {name: values[0] for name, values in given.items() if len(values) == 1}


# -- the ways a sentence can be put together ---------------------------------------------------------------------------


def _forms(node: ast.expr, settled: Mapping[str, ast.expr]) -> list[_Form] | None:
    """Return every way a text can come out, None where it is no text; choices stay holes where they are too many."""
    for names in (settled, {}):
        found = _expand(node, names)
        if found is None or len(found) <= MOST_FORMS:
            return found
    return [_Form(_with_holes(node), {})]


def _expand(node: ast.expr, settled: Mapping[str, ast.expr]) -> list[_Form] | None:
    if isinstance(node, ast.Constant):
        return [_Form(_filled_later(node.value), {})] if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return _joined([_expand(value, settled) or [] for value in node.values])
    if isinstance(node, ast.FormattedValue):
        spec = node.format_spec
        plain = spec is None and node.conversion == -1
        return (_choice(node.value, settled) if plain else None) or [_Form((_hole(node.value, spec),), {})]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = [_expand(side, settled) or _choice(side, settled) for side in (node.left, node.right)]
        if not any(sides):
            return None
        return _joined(
            [
                found or [_Form((_hole(side, None),), {})]
                for found, side in zip(sides, (node.left, node.right), strict=True)
            ]
        )
    if _called(node) == "count":
        return _choice(node, settled)
    return None


def _filled_later(text: str) -> tuple[str | Hole, ...]:
    """Return the parts of a text that is filled by `format` in another place; one part where it is not."""
    parts: list[str | Hole] = []
    end = 0
    for field in _LATER.finditer(text):
        parts += [text[end : field.start()], Hole(_FILLED_LATER[field.group(1)])]
        end = field.end()
    return (*parts, text[end:])


def _choice(node: ast.expr, settled: Mapping[str, ast.expr]) -> list[_Form] | None:
    """Return the forms of what stands within a text where these are known words, None where they are not."""
    if isinstance(node, ast.Name) and node.id in settled:
        found = _choice(settled[node.id], {name: value for name, value in settled.items() if name != node.id})
        short = found is not None and all(_is_short(form) for form in found)
        return found if short else None
    if isinstance(node, ast.IfExp):
        test, turned = _test(node.test)
        forms: list[_Form] = []
        for branch, holds in ((node.body, True), (node.orelse, False)):
            inner = _expand(branch, settled) or _choice(branch, settled)
            if inner is None:
                inner = [_Form((_hole(branch, None),), {})]
            forms += [
                _Form(form.parts, {**form.chosen, test: holds != turned})
                for form in inner
                if form.chosen.get(test, holds != turned) == (holds != turned)
            ]
        return forms
    if isinstance(node, ast.Call) and _called(node) == "count":
        return _counted(node)
    if isinstance(node, ast.Call | ast.Subscript):
        return _looked_up(node, settled)
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return _expand(node, settled)
    return None


def _looked_up(node: ast.Call | ast.Subscript, settled: Mapping[str, ast.expr]) -> list[_Form] | None:
    """Return the words of a table that one of them is taken from."""
    place = node.value if isinstance(node, ast.Subscript) else getattr(node.func, "value", None)
    table = settled.get(place.id) if isinstance(place, ast.Name) else None
    if not isinstance(table, ast.Dict) or (isinstance(node, ast.Call) and _called(node) != "get"):
        return None
    words = [*table.values, *(node.args[1:] if isinstance(node, ast.Call) else [])]
    said = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    if len(said) < len(words):
        return None
    # One word each time, and the same wherever the same is looked up.
    return [_Form((word,), {f"{ast.unparse(node)} is {word}": True}) for word in dict.fromkeys(said)]


def _counted(node: ast.Call) -> list[_Form] | None:
    match node.args:
        case [number, ast.Constant(value=str(one))]:
            many = one + "s"
        case [number, ast.Constant(value=str(one)), ast.Constant(value=str(many))]:
            pass
        case _:
            return None
    test = f"{ast.unparse(number)} == 1"
    return [_Form((Hole("n"), f" {word}"), {test: single}) for word, single in ((one, True), (many, False))]


def _test(test: ast.expr) -> tuple[str, bool]:
    """Return a condition in one way of writing it, and whether it stands there the other way round."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner, turned = _test(test.operand)
        return inner, not turned
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.NotEq | ast.Gt):
        right = test.comparators[0]
        if isinstance(right, ast.Constant) and right.value == 1:
            return f"{ast.unparse(test.left)} == 1", True
    return ast.unparse(test), False


def _joined(parts: list[list[_Form]]) -> list[_Form]:
    """Return every way of putting parts side by side whose choices agree."""
    total = 1
    for part in parts:
        total *= max(len(part), 1)
    if total > MOST_FORMS**3:
        # Too many even to try; the caller keeps holes.
        return [_Form((Hole("t"),), {})] * (MOST_FORMS + 1)
    found: list[_Form] = []
    for picked in product(*[part for part in parts if part]):
        chosen: dict[str, bool] = {}
        agrees = True
        for form in picked:
            agrees = agrees and all(chosen.get(test, holds) == holds for test, holds in form.chosen.items())
            chosen.update(form.chosen)
        if agrees:
            found.append(_Form(tuple(part for form in picked for part in form.parts), chosen))
    return found


def _with_holes(node: ast.expr) -> tuple[str | Hole, ...]:
    if isinstance(node, ast.JoinedStr):
        return tuple(part for value in node.values for part in _with_holes(value))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.FormattedValue):
        return (_hole(node.value, node.format_spec),)
    if isinstance(node, ast.BinOp):
        return (*_with_holes(node.left), *_with_holes(node.right))
    return (_hole(node, None),)


def _hole(node: ast.expr, spec: ast.expr | None) -> Hole:
    match spec:
        case ast.JoinedStr(values=[ast.Constant(value=str(written))]) if written and _NUMBER_SPEC.fullmatch(written):
            return Hole("n")
    if isinstance(node, ast.Call) and _called(node) == "len":
        return Hole("n")
    last = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    if last.strip("_") in _ENDPOINT_NAMES:
        return Hole("e")
    return Hole("k" if last.strip("_") in _DATA_NAMES else "t")


def _is_short(form: _Form) -> bool:
    said = "".join(part for part in form.parts if isinstance(part, str))
    return len(said) < 60 and not re.search(r"[.?!]$", said.strip())


# -- writing it down ---------------------------------------------------------------------------------------------------


def _either(kind: str, other: str) -> str:
    """Return the kind of a placeholder that is of one kind in one place and of another in another."""
    if {kind, other} == {"k", "t"}:
        return "e"
    # Where one place shows data, data it stays.
    return next(one for one in "eknt" if one in {kind, other})


def _pieces(parts: tuple[str | Hole, ...]) -> Iterator[tuple[str | Hole, ...]]:
    """Split where something is hung on to a finished sentence, such as “ Did you mean …?”, and at line ends."""
    piece: list[str | Hole] = []
    for part in parts:
        if isinstance(part, Hole):
            if piece and isinstance(piece[-1], str) and re.search(r"[.?!]$", piece[-1]):
                yield tuple(piece)
                piece = []
            else:
                piece.append(part)
            continue
        first, *rest = part.split("\n")
        piece.append(first)
        for line in rest:
            yield tuple(piece)
            piece = [line]
    yield tuple(piece)


def _written(parts: tuple[str | Hole, ...]) -> tuple[str, str]:
    """Return a template with numbered placeholders and their kinds; space at the ends is no part of it."""
    kinds, written = "", ""
    for part, after in pairwise((*parts, "")):
        if isinstance(part, Hole):
            # In quotes even the name of an endpoint is shown as it was typed.
            quoted = written.endswith("“") and isinstance(after, str) and after.startswith("”")
            written += f"{{{len(kinds)}}}"
            kinds += "k" if quoted and part.kind == "e" else part.kind
        else:
            written += part.replace("{", "{{").replace("}", "}}")
    return written.strip(" ,;"), kinds
