from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.transformations import LIBRARY, compile_steps, parse_step

PARAMETERS = {
    "prefix": "CS",
    "default": "x",
    "table": {"P": "present"},
    "date": "%d/%m/%Y",
    "join": " ",
    "before": " - ",
    "after": "#",
}
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def apply(value: Any, *written: Any) -> Any:
    steps = compile_steps(list(written))
    return value if steps is None else steps(value)


@pytest.mark.parametrize(
    ("value", "step", "result"),
    [
        ("  Asha ", "trim", "Asha"),
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
    ["trimm", {"trim": 1, "upper": 2}, {}, 5, None, ["trim"], {"prefix": 5}, "table", "after", {"before": ""}],
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


@given(st.sampled_from(sorted(LIBRARY)), ANY_JSON)
def test_no_step_fails_otherwise_than_with_a_reason(name, value):
    step = LIBRARY[name].make(PARAMETERS.get(name))
    try:
        step(value)
    except ValueError as error:
        reason = str(error)
    else:
        reason = "none"
    assert reason
