"""Finished sentences said in another language: nothing raised, nothing lost, no value changed."""

import json
import re
from collections import defaultdict
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hub_desktop.core.resources import resource_path
from hub_desktop.ui.phrasebook import Phrasebook, captured, read_template

TEMPLATES = [tuple(pair) for pair in json.loads(resource_path("translations", "sentences.json").read_text("utf-8"))]
WHOLE = [one for one, kinds in TEMPLATES if not kinds and one.endswith(".") and one[0].isupper()]
BETWEEN: defaultdict[str, set[str]] = defaultdict(set)
for _template in (read_template(one) for one, _ in TEMPLATES):
    BETWEEN[_template.texts[0]].update(piece for piece in _template.texts[1:-1] if piece.strip())
VALUES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)


def abroad(template: str) -> str:
    """Translate by putting the placeholders the other way round between marks."""
    numbers = re.findall(r"\{\d+\}", template.replace("{{", "").replace("}}", ""))
    return f"«{' '.join(reversed(numbers))}»" if numbers else f"«{template}»"


def book(*pairs: tuple[str, str], said: dict[str, str] | None = None) -> Phrasebook:
    words = said or {}
    return Phrasebook(pairs, lambda template: words.get(template, template) if said is not None else abroad(template))


ALL = Phrasebook(TEMPLATES, abroad)
SENTENCES = Phrasebook([(one, "") for one in WHOLE], abroad)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Active", "सक्रिय"),
        ("Moodle refused the password.", "Moodle ने पासवर्ड नहीं माना।"),
        ("Moodle refused the password. Ask your IT team.", "Moodle ने पासवर्ड नहीं माना। IT टीम से पूछें।"),
        ("3 of 4 systems are working.", "4 में से 3 सिस्टम काम कर रहे हैं।"),
        ("three of four systems are working.", "three of four systems are working."),
        ("412 students, 36 faculty", "412 विद्यार्थी, 36 शिक्षक"),
        ("412 students, 36 turtles", "412 students, 36 turtles"),
        ("Active and Error", "सक्रिय और त्रुटि"),
        ("Jack and Jill", "Jack and Jill"),
        ("The name is missing.", "The name is missing."),
        ("“name” is missing.", "“name” नहीं है।"),
        ("The port is no number.", "पोर्ट संख्या नहीं है।"),
        ("attendance: Moodle refused the password.", "attendance: Moodle ने पासवर्ड नहीं माना।"),
        ("College: the state is Active.", "College: स्थिति सक्रिय है।"),
        ("  Active\n", "  सक्रिय\n"),
        ("Ask your IT team. Ask your IT team.", "IT टीम से पूछें। IT टीम से पूछें।"),
        ("Wait here. Ask your IT team.", "यहाँ रुकें। IT टीम से पूछें।"),
        ("A {brace} stays.", "{brace} रहता है।"),
        ("Nobody translated this.", "Nobody translated this."),
        ("Active is missing.", "Active is missing."),
        ("", ""),
        ("12:04", "12:04"),
    ],
)
def test_sentences_are_found_by_their_templates(text: str, said: str) -> None:
    hindi = {
        "Active": "सक्रिय",
        "Error": "त्रुटि",
        ".": "।",
        "{0} refused the password.": "{0} ने पासवर्ड नहीं माना।",
        "Ask your IT team.": "IT टीम से पूछें।",
        "{0} of {1} systems are working.": "{1} में से {0} सिस्टम काम कर रहे हैं।",
        "{0} students": "{0} विद्यार्थी",
        "{0} faculty": "{0} शिक्षक",
        "{0} and {1}": "{0} और {1}",
        "“{0}” is missing.": "“{0}” नहीं है।",
        "the port is no number": "पोर्ट संख्या नहीं है",
        "the state is {0}": "स्थिति {0} है",
        "A {{brace}} stays.": "{{brace}} रहता है।",
        "{0} lost its number": "संख्या खो गई",
        "Wait here.": "यहाँ रुकें।",
        "{0} {1}. Ask your IT team.": "{0} {1}? IT टीम से पूछें।",
    }
    kinds = {"{0} of {1} systems are working.": "nn", "{0} and {1}": "tt", "the state is {0}": "t"}
    counts = {"{0} students", "{0} faculty"}
    pairs = [
        (one, kinds.get(one, "n" if one in counts else "k" * len(read_template(one).numbers)))
        for one in [*hindi, "Nobody translated this."]
    ]
    assert book(*pairs, said=hindi).say(text) == said


def test_a_translation_that_loses_a_placeholder_is_not_used() -> None:
    assert book(("{0} is gone.", "k"), said={"{0} is gone.": "चला गया।"}).say("Moodle is gone.") == "Moodle is gone."


def test_data_is_kept_though_it_reads_like_a_word_of_ours() -> None:
    said = {"Active": "सक्रिय", "{0} refused the password.": "{0} ने पासवर्ड नहीं माना।"}
    pairs = [("Active", ""), ("{0} refused the password.", "k")]
    assert book(*pairs, said=said).say("Active refused the password.") == "Active ने पासवर्ड नहीं माना।"


def test_a_name_is_said_where_it_is_one_of_ours_and_kept_where_somebody_gave_it() -> None:
    said = {"students": "विद्यार्थी", "{0} of {1} refused.": "{1} के {0} अस्वीकृत।"}
    names = book(("students", ""), ("{0} of {1} refused.", "ne"), said=said)
    assert names.say("4 of students refused.") == "विद्यार्थी के 4 अस्वीकृत।"
    assert names.say("4 of hostel refused.") == "hostel के 4 अस्वीकृत।"


def test_what_is_quoted_need_not_be_known_even_by_a_short_template() -> None:
    said = {"It says: “{0}”": "उसका संदेश: “{0}”"}
    quoting = book(("It says: “{0}”", "t"), said=said)
    assert quoting.say("It says: “Back at noon”") == "उसका संदेश: “Back at noon”"


def test_a_joining_word_reaches_over_no_comma() -> None:
    said = {"{0} to {1}": "{0} से {1}", "every {0}": "हर {0}", "never {0}": "{0} नहीं", "{0} minutes": "{0} मिनट"}
    kinds = {"{0} to {1}": "tt", "{0} minutes": "n"}
    listed = book(*((one, kinds.get(one, "t")) for one in said), said=said)
    assert listed.say("every 30 minutes, never 22:00 to 06:00") == "हर 30 मिनट, 22:00 से 06:00 नहीं"


@given(st.sampled_from([pair for pair in TEMPLATES if pair[1]]), st.data())
@settings(max_examples=300, deadline=None)
def test_every_sentence_of_the_hub_keeps_what_it_holds(pair: tuple[str, str], data: st.DataObject) -> None:
    template, kinds = pair
    values = [f"{data.draw(st.integers(0, 10**9)):,}" if kind == "n" else f"⟨{data.draw(VALUES)}⟩" for kind in kinds]
    # Where data holds the very sign that stands between two placeholders, in this sentence or in another that begins
    # alike, nothing tells where it ends.
    between = BETWEEN[read_template(template).texts[0]]
    assume(not any(piece in value for piece in between for value in values))
    text = template.format(*values)
    said = ALL.say(text)
    for value in values:
        assert value in said, (template, text, said)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_nothing_raises_and_nothing_strange_is_changed(text: str) -> None:
    assert isinstance(ALL.say(text), str)
    assert book().say(text) == text


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_joined_sentences_are_said_one_by_one(sentences: list[str]) -> None:
    joined = " ".join(one.replace("{{", "{").replace("}}", "}") for one in sentences)
    assert SENTENCES.say(joined) == " ".join(abroad(one).replace("{{", "{").replace("}}", "}") for one in sentences)


@given(st.text("ab{}", max_size=12), st.lists(st.text("abc", max_size=3), max_size=3))
def test_what_a_template_was_filled_with_is_found_again(text: str, values: list[str]) -> None:
    escaped = text.replace("{", "{{").replace("}", "}}")
    template = read_template(
        "|".join([escaped, *(f"{{{number}}}" for number in range(len(values)))]), "k" * len(values)
    )
    filled = "|".join([text, *values])
    assert captured(template, filled) == values


def test_what_was_said_once_is_not_looked_up_again() -> None:
    asked: list[str] = []
    listening: Callable[[str], str] = lambda template: asked.append(template) or abroad(template)  # noqa: E731
    one = Phrasebook([("Active", "")], listening)
    assert one.say("Active") == one.say("Active") == "«Active»"
    assert len(asked) == 1
