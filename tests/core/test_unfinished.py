import pytest

from hub_desktop.core.redaction import Redactor
from hub_desktop.core.unfinished import pairs_without_secrets, without_secrets

KNOWN = Redactor(["typed-s3cret"])


def test_what_holds_a_secret_is_left_out_whole() -> None:
    given = {
        "base_url": "https://asha:pw@erp.example.edu",
        "apiKey": "anything",
        "endpoints": [{"path": "/s?api_key=abc", "rest": {"note": "with typed-s3cret in it", "pages": 3}}],
        "enabled": True,
        "name": "ERP",
    }
    assert without_secrets(given, KNOWN) == {
        "base_url": "",
        "endpoints": [{"path": "", "rest": {"note": "", "pages": 3}}],
        "enabled": True,
        "name": "ERP",
    }


@pytest.mark.parametrize("text", ["", "{not json", "[1]", '{"Authorization": "Bearer x", "X-Session-Token": "y"}'])
def test_pairs_that_cannot_be_looked_through_or_are_secret_are_not_kept(text: str) -> None:
    assert pairs_without_secrets(text) == ""


def test_other_pairs_are_kept() -> None:
    assert pairs_without_secrets('{"X-College-ID": "12", "Cookie": "a=b"}') == '{\n  "X-College-ID": "12"\n}'


def test_what_an_endpoint_sends_keeps_no_secret_under_any_name() -> None:
    kept = without_secrets(
        {
            "rest": {
                "headers": {"X-Api-Key": "s3cret", "X-Page": "2"},
                "params": {"wstoken": "s3cret", "term": "2026"},
                "json": {"inner": [{"client_secret": "s3cret", "size": 5}]},
            },
            "mappings": [{"source": "key", "target": "student_id"}],
        },
        Redactor(),
    )
    assert "s3cret" not in str(kept)
    assert kept["rest"]["headers"] == {"X-Page": "2"}
    assert kept["rest"]["params"] == {"term": "2026"}
    assert kept["rest"]["json"] == {"inner": [{"size": 5}]}
    assert kept["mappings"] == [{"source": "key", "target": "student_id"}]
