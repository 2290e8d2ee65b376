"""The translations are whole: in step with the source, with every placeholder, and compiled."""

import functools
import importlib
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOL = ROOT / "packaging" / "translations"
FOLDER = ROOT / "resources" / "translations"
HINDI = FOLDER / "hub-desktop_hi.ts"
PLACEHOLDER = re.compile(r"\{\w*\}")
MENDED = "run: python packaging/translations update"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program that keeps the translations, as it is called from a terminal."""
    monkeypatch.syspath_prepend(str(TOOL))
    for name in ("linguist", "sentences", "window_texts"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    spec = importlib.util.spec_from_file_location("translations_tool", TOOL / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_hold_every_text_of_the_source(tool: ModuleType) -> None:
    # Looking through the whole source takes seconds, and once is enough.
    tool.find_sentences = functools.cache(tool.find_sentences)  # type: ignore[attr-defined]
    present = {key for key, one in tool.linguist.read(HINDI, "hi_IN").messages.items() if not one.gone}
    wanted = set(tool.wanted())
    assert not wanted - present, MENDED
    assert not present - wanted, MENDED
    assert (FOLDER / "sentences.json").read_text("utf-8") == tool.sentence_list(), MENDED


def test_what_is_compiled_is_what_was_translated(tool: ModuleType, tmp_path: Path) -> None:
    tool.linguist.compile_file(HINDI, tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == HINDI.with_suffix(".qm").read_bytes(), (
        "run: python packaging/translations compile"
    )


def test_no_translation_loses_or_invents_a_placeholder(tool: ModuleType) -> None:
    wrong = [
        (context, one.source, one.translation)
        for (context, _), one in tool.linguist.read(HINDI, "hi_IN").messages.items()
        if one.translation
        and not one.gone
        and Counter(PLACEHOLDER.findall(one.source)) != Counter(PLACEHOLDER.findall(one.translation))
    ]
    assert not wrong


def test_a_translation_has_one_mnemonic_at_most_and_only_where_the_text_has_one(tool: ModuleType) -> None:
    wrong = []
    for (context, _), one in tool.linguist.read(HINDI, "hi_IN").messages.items():
        here, there = (len(re.findall(r"&\w", text.replace("&&", ""))) for text in (one.source, one.translation))
        if one.translation and context != "sentences" and there > min(here, 1):
            wrong.append((context, one.source, one.translation))
    assert not wrong


def test_the_file_of_the_translator_is_written_as_it_is_read(tool: ModuleType, tmp_path: Path) -> None:
    written = tool.linguist.written(tool.linguist.read(HINDI, "hi_IN"))
    assert written == HINDI.read_text("utf-8"), MENDED


def test_what_goes_keeps_its_translation_and_what_comes_takes_a_known_one(tool: ModuleType) -> None:
    catalogue = tool.linguist.Catalogue("hi_IN")
    catalogue.bring_up_to_date({("A", "Save"): "ui/a.py", ("A", "Old"): "ui/a.py"})
    assert catalogue.take({"Save": "सहेजें", "Old": "पुराना"}) == 2
    catalogue.bring_up_to_date({("A", "Save"): "ui/a.py", ("B", "Save"): "ui/b.py"})
    assert catalogue.messages["B", "Save"].translation == "सहेजें"
    assert catalogue.messages["A", "Old"].gone
    assert "vanished" in tool.linguist.written(catalogue)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('def f(name): raise E(f"{name} refused it.")', {"{0} refused it.": "k"}),
        ('def f(n): return f"{n:,} of {len(x):,} are here."', {"{0} of {1} are here.": "nn"}),
        (
            "def f(n): return f\"{count(n, 'record')} {'is' if n == 1 else 'are'} here.\"",
            {"{0} record is here.": "n", "{0} records are here.": "n", "{0} record": "n", "{0} records": "n"},
        ),
        (
            'def f(a):\n    did = "was" if a else "were"\n    return f"It {did} so."',
            {"It was so.": "", "It were so.": ""},
        ),
        ('_W = {1: "needs you", 2: "waits"}\ndef f(n): return f"{n.name} {_W[n]}."', None),
        ('def f(x): return f"“{x}” is unknown.{did_you_mean(x)}"', {"“{0}” is unknown.": "t"}),
        ('def f(x): _log.info("The log is for IT staff.")', {}),
        ('"""Docstrings are for us."""', {}),
        ('def f(x): return x == "in attendance"', {}),
        ('Q = text("SELECT a FROM b WHERE c")', {}),
        ('def f(endpoint): return f"{endpoint} brought nothing."', {"{0} brought nothing.": "e"}),
        (
            'def f(x, name): return [f"{x} came too late.", f"{name} came too late."]',
            {"{0} came too late.": "e"},
        ),
        (
            '_W = "Run {run} is over."\ndef f(n): return _W.format(run=n)',
            {"Run {0} is over.": "n"},
        ),
        ('class A:\n    b: Annotated[int, Field(title="Text to find")]', {"Text to find": ""}),
        ('class A:\n    def __repr__(self): return f"Answer({self.x} of it)"', {}),
    ],
)
def test_sentences_are_found_in_source(
    tool: ModuleType, tmp_path: Path, source: str, found: dict[str, str] | None
) -> None:
    for room in ("core", "ui"):
        (tmp_path / "pack" / room).mkdir(parents=True)
    (tmp_path / "pack" / "ui" / "words.py").write_text("", "utf-8")
    for room in ("app.py", "server/hub_listener.py", "server/listener_keeper.py"):
        (tmp_path / "pack" / room).parent.mkdir(exist_ok=True)
        (tmp_path / "pack" / room).write_text("", "utf-8")
    (tmp_path / "pack" / "core" / "one.py").write_text(source, "utf-8")
    sentences = tool.find_sentences(tmp_path / "pack")
    mine = {one: kinds for one, kinds in sentences.items() if sentences.places[one] == "core/one.py"}
    if found is None:
        found = {"{0} needs you.": "k", "{0} waits.": "k", "needs you": ""}
    assert mine == found


def test_a_text_without_a_context_is_refused(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "a.py").write_text("def f(form): return form.tr('x')", "utf-8")
    with pytest.raises(Exception, match="no context"):
        tool.find_window_texts(tmp_path)


def test_it_says_what_is_open(tool: ModuleType) -> None:
    ran = subprocess.run(
        [sys.executable, str(TOOL), "open", "hi"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert ran.stdout.startswith("{")
    assert subprocess.run([sys.executable, str(TOOL)], capture_output=True, check=False).returncode == 2


def test_numbers_are_counted_in_english_words_that_are_said_afterwards() -> None:
    # A word translated first would take the English s of the plural.
    counted = re.compile(r"\bcount\((?:[^()]|\([^()]*\))*[._]tr\(")
    for file in sorted((ROOT / "hub_desktop" / "ui").rglob("*.py")):
        found = counted.findall(file.read_text("utf-8"))
        assert not found, f"{file.name}: {found}"
