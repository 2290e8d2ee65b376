import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.transformations import LIBRARY, LONGEST_TEXT, compile_steps, parse_step

EXAMPLES = [(one.name, example) for one in LIBRARY.values() for example in one.examples]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
ANY_STEP = st.sampled_from(EXAMPLES).map(lambda one: written(*one))


def written(name: str, example: Any) -> Any:
    return name if example.parameter is None else {name: example.parameter}


def apply(value: Any, *steps: Any, record: dict[str, Any] | None = None) -> Any:
    made = compile_steps(list(steps))
    return value if made is None else made(value, record or {})


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_every_example_of_the_library_is_true(name, example):
    result = apply(example.given, written(name, example), record=dict(example.record))
    assert (result, type(result)) == (example.result, type(example.result))


@pytest.mark.parametrize("one", LIBRARY.values(), ids=LIBRARY)
def test_everything_the_form_shows_is_there(one):
    assert one.label
    assert one.help.endswith(".")
    assert one.examples
    assert all(info.title for info in one.parameters.model_fields.values())


@pytest.mark.parametrize(
    ("value", "step", "result"),
    [
        ("  Asha ", "trim", "Asha"),
        ("DATA structures", "sentence", "Data structures"),
        ("  ÉCOLE", "sentence", "  École"),
        ([" a ", 1], "trim", ["a", 1]),
        (5, {"suffix": "th"}, "5th"),
        (None, {"pad": 3}, None),
        ("12345", {"pad": 3}, "12345"),
        (["a.b"], {"replace": {"find": ".", "with": "-"}}, ["a-b"]),
        ("nothing here", {"extract": r"\d+"}, None),
        (2024, {"extract": r"\d{2}$"}, "24"),
        ("a-b", {"extract": {"pattern": "(a)-(b)", "group": 2}}, "b"),
        ("a-b", {"extract": {"pattern": "(a)-(b)", "group": 0}}, "a-b"),
        ("a", {"extract": "(b)?a"}, None),
        ("a,b", {"split": {"at": ",", "part": -1}}, "b"),
        ("a,b", {"split": {"at": ",", "part": 3}}, None),
        (True, "boolean", True),
        (0, "boolean", False),
        ("", "boolean", None),
        ("oui", {"boolean": {"true": "Oui", "false": "Non"}}, True),
        ("1,23,45,678", {"number": "indian"}, 12345678),
        ("98,765", {"number": "indian"}, 98765),
        ("Rs. 1,00,000/-", {"number": "indian"}, 100000),
        ("INR5", "number", 5),
        ("85 %", "number", 85),
        ("(1,200.50)", "number", -1200.5),
        ("\u2212 5", "number", -5),
        ("12 345,5", {"number": "space"}, 12345.5),
        ("12\u202f345", {"number": "space"}, 12345),
        (".5", "number", 0.5),
        ("", "number", None),
        (7, "number", 7),
        ("09:05 PM", {"date": {"format": "%I:%M %p", "give": "time"}}, "21:05"),
        ("2026-01-31 23:00", {"date": {"format": "iso", "writtenIn": "UTC", "zone": "Asia/Kolkata"}}, "2026-02-01"),
        ("2026-01-31T23:00:00", {"date": {"format": "iso", "zone": "Asia/Kolkata"}}, "2026-01-31"),
        (1767225600, {"epoch": {"zone": "+05:30", "give": "moment"}}, "2026-01-01T05:30:00+05:30"),
        (1767225600, {"epoch": {"zone": "Asia/Kolkata", "give": "time"}}, "05:30"),
        ("31/01/2026", {"date": "%d/%m/%Y"}, "2026-01-31"),
        (" 31/01/2026 ", {"date": "%d/%m/%Y"}, "2026-01-31"),
        ("", {"date": "%d/%m/%Y"}, None),
        (1767225600, "epoch", "2026-01-01"),
        ("1767225600", "epoch", "2026-01-01"),
        (0, "epoch", None),
        (0.0, "epoch", None),
        (101, {"prefix": "CS"}, "CS101"),
        (101.0, {"prefix": "CS"}, "CS101"),
        (None, {"prefix": "CS"}, None),
        ("", {"prefix": "CS"}, None),
        ("  ", {"prefix": "CS"}, None),
        ("P", {"table": {"P": "present"}}, "present"),
        ("Q", {"table": {"P": "present"}}, "Q"),
        (True, {"table": {"true": "present"}}, "present"),
        (1.0, {"table": {"1": "present"}}, "present"),
        ([1], {"table": {"1": "present"}}, [1]),
        (["Asha", None, " ", "Rao "], {"join": " "}, "Asha Rao"),
        ([], {"join": " "}, None),
        ("one", {"join": " "}, "one"),
        ("  ", {"default": "none"}, "none"),
        (False, {"default": "none"}, False),
        ("Algebra &amp; Geometry", "html", "Algebra & Geometry"),
        ("Essay <i>draft</i>", "html", "Essay draft"),
        ('Assignment 1: "Reading & notes"', "html", 'Assignment 1: "Reading & notes"'),
        ('<i class="icon"  title="Pass"></i>9.08', "html", "9.08"),
        ("<p>Room 1</p><p>Block&nbsp;B<br/>left</p>", "html", "Room 1 Block B left"),
        ("a < b, 3 > 2", "html", "a < b, 3 > 2"),
        ("&lt;b&gt; stays &lt;/b&gt;", "html", "<b> stays </b>"),
        ("one<!-- two -->three", "html", "onethree"),
        (None, "html", None),
        (5, "html", 5),
        ("09:00AM - 10:00AM", {"before": " - "}, "09:00AM"),
        ("09:00AM", {"before": " - "}, "09:00AM"),
        ("09:00AM - 10:00AM", {"after": " - "}, "10:00AM"),
        ("uri://ed-fi.org/X#Tardy", {"after": "#"}, "Tardy"),
        ("Tardy", {"after": "#"}, "Tardy"),
        (["x#A", None, "y#B"], {"after": "#"}, ["A", None, "B"]),
        (None, {"after": "#"}, None),
        (7, {"before": "#"}, 7),
        ("2026-01-31", "weekday", "saturday"),
        ("2026-02-02T09:00:00Z", "weekday", "monday"),
        ("  ", "weekday", None),
        (None, "weekday", None),
    ],
)
def test_each_step_does_what_its_label_says(value, step, result):
    assert apply(value, step) == result


@pytest.mark.parametrize(
    ("value", "step"),
    [
        ([1], "epoch"),
        ({"a": 1}, "epoch"),
        (True, "epoch"),
        (1767225600000, "epoch"),
        ("soon", "epoch"),
        ({"a": 1}, {"prefix": "CS"}),
        ([["nested"]], {"join": " "}),
        ([{"a": 1}], {"join": " "}),
        ("2026-01-31", {"date": "%d/%m/%Y"}),
        ("31/01/2026", "weekday"),
        ([1], "weekday"),
        (True, "weekday"),
        ("1,23", "number"),
        ("1,2345", "number"),
        ("1,234,567", {"number": "indian"}),
        ("1.5", {"number": "comma"}),
        ("12 apples", "number"),
        ("1 2", "number"),
        ("-", "number"),
        ("₹", "number"),
        ("1_000", "number"),
        ("1e5", "number"),
        ("9" * 61, "number"),
        (float("nan"), "number"),
        (True, "number"),
        ("maybe", "boolean"),
        (2, "boolean"),
        ("x" * 10_001, {"extract": "y"}),
        pytest.param("a" * 9_000 + "!", {"extract": "(a+)+b"}, id="astray"),
        ("0001-01-01T00:00:00+10:00", {"date": {"format": "iso", "zone": "-10:00"}}),
        ([["deep"]], {"concatenate": ["x"]}),
        pytest.param(10**5000, {"prefix": "CS"}, id="huge-prefix"),
        pytest.param(10**5000, {"date": "%d/%m/%Y"}, id="huge-date"),
        pytest.param(10**5000, "epoch", id="huge-epoch"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_never_guessed(value, step):
    with pytest.raises(ValueError, match=r"\S"):
        apply(value, step)


@pytest.mark.parametrize(
    "layout", ["", "%d", "%d/%m", "%H:%M", "%Q", "%", "%d %d %m %Y", "%d/%m/%Y %d", "day", 5, None, "%d/%m/\ud800"]
)
def test_a_date_format_that_cannot_give_a_day_is_refused_at_once(layout):
    with pytest.raises(ValueError, match="date"):
        compile_steps([{"date": layout}])


@pytest.mark.parametrize("layout", ["%d/%m/%Y", "%m-%d-%y", "%Y%m%d", "%d %b %Y", "%Y-%j", "%d.%m.%Y %H:%M"])
def test_usual_date_formats_are_taken(layout):
    assert compile_steps([{"date": layout}]) is not None


@pytest.mark.parametrize(
    "written",
    [
        "trimm",
        {"trim": 1, "upper": 2},
        {},
        5,
        None,
        ["trim"],
        {"prefix": 5},
        "table",
        {"table": {}},
        "after",
        {"before": ""},
        {"replace": {"with": "x"}},
        {"replace": {"find": "x", "withh": "y"}},
        {"pad": "3"},
        {"pad": 0},
        {"split": {"at": ",", "part": 0}},
        {"number": "german"},
        {"extract": "("},
        {"extract": "(a){100}(b){100}"},
        {"extract": {"pattern": "a", "group": 1}},
        {"coalesce": []},
        {"coalesce": "b"},
        {"when": {"if": "((("}},
        {"epoch": {"zone": "Asia/Nowhere"}},
        {"epoch": {"zone": "../../etc/passwd"}},
        {"epoch": {"unit": "weeks"}},
        {"date": {"format": "%d/%m/%Y", "give": "time"}},
    ],
)
def test_an_unknown_or_incomplete_step_is_refused(written):
    with pytest.raises(ValueError, match="transformation"):
        compile_steps([written])


def test_a_misspelt_step_is_told_the_near_one():
    with pytest.raises(ValueError, match="trim"):
        parse_step("trimm")


@given(st.text(alphabet="<>/ab &;#!-p\n", max_size=400))
def test_html_becomes_one_line_and_plain_text_stays(text):
    shown = apply(text, "html")
    assert shown == " ".join(shown.split())
    if "&" not in text and "<" not in text:
        assert shown == " ".join(text.split())


@given(ANY_STEP, ANY_JSON, st.dictionaries(st.sampled_from(["last", "mobile", "home", "term", "left_on"]), ANY_JSON))
def test_no_step_fails_otherwise_than_with_a_reason(step, value, record):
    try:
        apply(value, step, record=record)
    except ValueError as error:
        reason = str(error)
    else:
        reason = "none"
    assert reason


@given(st.sampled_from(sorted(LIBRARY)), ANY_JSON)
def test_no_parameter_is_refused_otherwise_than_with_a_reason(name, parameter):
    try:
        made = LIBRARY[name].make(parameter)
    except ValueError as error:
        said = str(error)
    else:
        assert callable(made)
        return
    assert f"“{name}”" in said


@given(st.lists(ANY_STEP, max_size=6), ANY_JSON)
def test_steps_together_are_the_steps_one_after_the_other(steps, value):
    def outcome(*parts: list[Any]) -> tuple[str, Any]:
        found = value
        try:
            for part in parts:
                found = apply(found, *part)
        except ValueError as error:
            return "refused", str(error)
        return "taken", repr(found)

    assert outcome(steps) == outcome(*[[step] for step in steps])


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_what_is_read_and_written_again_is_the_same(name, example):
    one = LIBRARY[name]
    read = one.read(example.parameter)
    found, parameter = parse_step(json.loads(json.dumps(one.write(read))))
    assert found is one
    assert one.read(parameter) == read


@given(st.sampled_from(["prefix", "suffix", "join", "default", "table", "replace"]), ANY_JSON)
def test_any_parameter_that_is_taken_survives_the_way_through_json(name, parameter):
    one = LIBRARY[name]
    try:
        read = one.read(parameter)
    except ValueError:
        return
    _, again = parse_step(one.write(read))
    assert repr(one.read(again)) == repr(read)


@given(st.integers(-(10**15), 10**15), st.integers(0, 99))
def test_amounts_are_read_as_they_are_written(number, hundredths):
    digits = f"{abs(number)}"
    sign = "-" if number < 0 else ""
    head, last = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    indian = ",".join([*pairs, last])
    for style, text in (
        ("point", f"{abs(number):,}"),
        ("comma", f"{abs(number):,}".replace(",", ".")),
        ("space", f"{abs(number):,}".replace(",", " ")),
        ("indian", indian),
    ):
        mark = "." if style in {"point", "indian"} else ","
        assert apply(sign + text, {"number": style}) == number
        expected = float(f"{sign}{digits}.{hundredths:02d}")
        assert apply(f"{sign}{text}{mark}{hundredths:02d}", {"number": style}) == expected


@given(st.dates(), st.sampled_from(["%d/%m/%Y", "%Y%m%d", "%d.%m.%Y", "iso"]))
def test_dates_are_read_as_they_are_written(day, layout):
    text = day.isoformat() if layout == "iso" else f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
    if layout == "%Y%m%d":
        text = f"{day.year:04d}{day.month:02d}{day.day:02d}"
    elif layout == "%d.%m.%Y":
        text = text.replace("/", ".")
    assert apply(text, {"date": layout}) == day.isoformat()


def test_a_pattern_that_goes_astray_is_given_up_for_all_further_values():
    made = compile_steps([{"extract": "(a+)+b"}])
    assert made is not None
    said = []
    for _ in range(200):
        with pytest.raises(ValueError, match="takes too long") as refused:
            made("a" * 9_000 + "!", {})
        said.append(str(refused.value))
    assert len(set(said)) == 1


def test_steps_cannot_fill_the_memory_together():
    grow = {"replace": {"find": "a", "with": "a" * 1_000}}
    with pytest.raises(ValueError, match=f"{LONGEST_TEXT:,}"):
        apply("a" * 500, *itertools.repeat(grow, 20))


def test_other_fields_of_the_record_are_at_hand():
    record = {"first": "Asha", "name": {"last": "Rao"}, "phones": {"home": "", "work": "080 1"}}
    assert apply(record["first"], {"concatenate": ["name.last"]}, record=record) == "Asha Rao"
    assert apply(None, {"coalesce": ["phones.home", "phones.work"]}, record=record) == "080 1"
    assert apply([], {"coalesce": ["nobody"]}, record=record) is None
    assert apply("x", {"when": {"if": "phones.home", "then": "yes", "elseFrom": "first"}}, record=record) == "Asha"
    assert apply("x", {"when": {"if": "first == 'Asha'", "thenFrom": "name.last"}}, record=record) == "Rao"
    assert apply("x", {"when": {"if": "nobody", "then": "yes"}}, record=record) == "x"
    assert apply("x", {"when": {"if": "zero", "then": "yes"}}, record={"zero": 0}) == "yes"


def test_an_expression_that_does_not_fit_is_a_reason():
    with pytest.raises(ValueError, match="does not fit this record"):
        apply("x", {"when": {"if": "sum(a)", "then": "y"}}, record={"a": "text"})
