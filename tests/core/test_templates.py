from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.templates import MissingValueError, Moment, check_template, fill, fill_json, names_in

AT = datetime(2026, 1, 31, 9, 5, tzinfo=UTC)
VALUES = {
    "parent": {"id": 3, "code": "a/b c", "deep": {"er": True}, "empty": "", "list": [1]},
    "page.number": 2,
    "cursor": Moment(AT, "epoch"),
    "run.today": Moment(AT, "date"),
}


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("/courses/{parent.id}/users", "/courses/3/users"),
        ("{parent.deep.er}", "true"),
        ("{page.number}", "2"),
        ("{cursor}", "1769850300"),
        ("{cursor|iso}", "2026-01-31T09:05:00Z"),
        ("{run.today}", "2026-01-31"),
        ("{run.today|%d/%m/%Y}", "31/01/2026"),
        ("modified > '{cursor|%Y-%m-%d %H:%M}'", "modified > '2026-01-31 09:05'"),
        ('{"a":{"b":1}}', '{"a":{"b":1}}'),
        ('{"a":{parent.id}}', '{"a":3}'),
        ("{{parent.id}} and {{a|iso}}", "{parent.id} and {a|iso}"),
        ("{ parent.id } {Parent.id} {}", "{ parent.id } {Parent.id} {}"),
    ],
)
def test_placeholders_are_filled_and_other_braces_stay(written, filled):
    assert fill(written, VALUES) == filled


def test_a_moment_is_written_in_utc():
    india = timezone(timedelta(hours=5, minutes=30))
    assert fill("{cursor}", {"cursor": Moment(datetime(2026, 1, 1, 5, 30, tzinfo=india))}) == "2026-01-01T00:00:00Z"


def test_values_go_through_the_quoting_that_is_asked_for():
    assert fill("/x/{parent.code}", VALUES, quote=lambda text: text.replace("/", "%2F")) == "/x/a%2Fb c"


def test_in_json_a_placeholder_that_stands_alone_keeps_its_type():
    written = {"id": "{parent.id}", "text": "no. {parent.id}", "since": "{cursor}", "n": [1, None, "{parent.list}"]}
    assert fill_json(written, VALUES) == {"id": 3, "text": "no. 3", "since": 1769850300, "n": [1, None, [1]]}


@pytest.mark.parametrize("name", ["parent.none", "parent.empty", "parent.id.deeper", "page.cursor"])
def test_a_missing_value_is_named(name):
    with pytest.raises(MissingValueError) as caught:
        fill(f"{{{name}}}", VALUES)
    assert caught.value.name == name


def test_a_list_does_not_fit_into_a_text():
    with pytest.raises(ValueError, match="a list or an object"):
        fill("x{parent.list}", VALUES)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{curser}", "Did you mean “cursor”"),
        ({"a": ["{run.window_strt}"]}, "run.window_start"),
        ({"{page.numbr}": 1}, "page.number"),
        ("{cursor|sometime}", "is not a time format"),
    ],
)
def test_what_nothing_fills_is_refused_with_a_hint(written, said):
    with pytest.raises(ValueError, match=said.replace(".", r"\.")):
        check_template(written)


def test_further_names_can_be_allowed():
    check_template("{username}", also=("username",))
    with pytest.raises(ValueError, match="username"):
        check_template("{username}")


def test_half_a_character_is_no_value():
    with pytest.raises(ValueError, match="no text"):
        fill("{parent.x}", {"parent": {"x": "S1\ud800"}})


@given(st.text())
def test_text_without_placeholders_is_never_changed(text):
    if not names_in(text) and "{{" not in text:
        assert fill(text, {}) == text


@given(st.text(), st.text(alphabet=st.characters(exclude_characters="{}", exclude_categories=["Cs"]), min_size=1))
def test_values_are_not_read_as_templates(before, value):
    if not names_in(before) and "{{" not in before and not before.endswith("{"):
        assert fill(before + "{parent.x}", {"parent": {"x": value + "{cursor}"}}) == before + value + "{cursor}"
