import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.delivery_rules import WebhookSettings, endpoint_of, labels_of, read_settings
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.signature import Scheme

ENDPOINTS = {"attendance": "/a", "pupils": {"path": "/s", "dataType": "students"}}
RECORD = {"studentId": "CS1"}


def config(by="guess", **more):
    rule = {"by": by, **more}
    written = {"name": "ERP", "baseUrl": "https://x.in", "endpoints": ENDPOINTS, "webhook": {"rule": rule}}
    return read_integration(written).integration


def refusal(**webhook):
    with pytest.raises(ConfigurationError) as caught:
        read_integration({"name": "ERP", "baseUrl": "https://x.in", "endpoints": ENDPOINTS, "webhook": webhook})
    return caught.value.sentence


def test_nothing_need_be_said_and_nothing_is_written_then():
    plain = read_integration({"name": "ERP", "baseUrl": "https://x.in"}).integration
    assert (plain.webhook.scheme, plain.webhook.rule.by, plain.webhook.keep_days) == ("seed", "guess", 30)
    assert "webhook" not in plain.to_json()


def test_the_webhook_goes_out_as_it_came_in():
    webhook = {
        "scheme": "standard",
        "rule": {"by": "header", "name": "X-Event", "values": {"punch": "attendance"}},
        "requestsPerMinute": 600,
        "keepDays": 7,
    }
    written = {"name": "ERP", "baseUrl": "https://x.in", "endpoints": ENDPOINTS, "webhook": webhook}
    assert read_integration(written).integration.to_json()["webhook"] == webhook


@pytest.mark.parametrize(
    ("webhook", "told"),
    [
        ({"sheme": "seed"}, "Did you mean “scheme”?"),
        ({"scheme": "svix"}, "webhook.scheme"),
        ({"rule": {"bye": "path"}}, "Did you mean “by”?"),
        ({"rule": {"by": "telepathy"}}, "webhook.rule.by"),
        ({"rule": {"by": "header"}}, "needs its name"),
        ({"rule": {"by": "header", "name": "X Event"}}, "needs its name"),
        ({"rule": {"by": "header", "name": "X-Api-Key"}}, "promises a secret"),
        ({"rule": {"by": "field"}}, "needs its place"),
        ({"rule": {"by": "field", "name": "a["}}, "is not a path"),
        ({"rule": {"by": "path", "name": "x"}}, "takes no name"),
        ({"rule": {"values": {"x": "pupil"}}}, "Did you mean “pupils”?"),
        ({"keepDays": 0}, "webhook.keepDays"),
        ({"requestsPerMinute": 0}, "webhook.requestsPerMinute"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(webhook, told):
    assert told in refusal(**webhook)


@pytest.mark.parametrize(
    ("rule", "labels", "content", "endpoint"),
    [
        (config(), {}, {"event": "attendance.updated"}, "attendance"),
        (config(), {"path": "students"}, RECORD, "pupils"),
        (config(values={"punch": "attendance"}), {}, {"event": "punch"}, "attendance"),
        (config("path"), {"path": "pupils"}, {"event": "attendance"}, "pupils"),
        (config("path"), {"path": "PUPILS"}, RECORD, "pupils"),
        (config("path", values={"in": "attendance"}), {"path": "in"}, RECORD, "attendance"),
        (config("header", name="X-Event"), {"header:x-event": "attendance.created"}, RECORD, "attendance"),
        (config("header", name="x-event", values={"p": "pupils"}), {"header:x-event": " p "}, RECORD, "pupils"),
        (config("field", name="meta.topic"), {}, {"meta": {"topic": "students"}}, "pupils"),
        (config("field", name="meta[0].kind"), {}, {"meta": [{"kind": "attendance"}]}, "attendance"),
        (config("field", name="kind"), {}, [{"kind": "attendance"}, {"kind": "students"}], "attendance"),
        (config("field", name="kind", values={"7": "pupils"}), {}, {"kind": 7}, "pupils"),
        (config("field", name="flag", values={"true": "pupils"}), {}, {"flag": True}, "pupils"),
    ],
)
def test_the_rule_tells_the_endpoint(rule, labels, content, endpoint):
    assert endpoint_of(rule, labels, content) == endpoint


@pytest.mark.parametrize(
    ("rule", "labels", "content", "told"),
    [
        (config("path"), {}, RECORD, "The address of the delivery does not say"),
        (config("path"), {"path": "pupil"}, RECORD, "Did you mean “pupils”?"),
        (config(), {"path": "elsewhere"}, {"event": "attendance"}, "stands for no endpoint of ERP"),
        (config("header", name="X-Event"), {}, RECORD, "The header X-Event of the delivery does not say"),
        (config("header", name="X-Event"), {"header:x-event": "marks"}, RECORD, "“marks”, which stands for no"),
        (config("field", name="kind"), {}, RECORD, "The field “kind” of the delivery does not say"),
        (config("field", name="kind"), {}, {"kind": ["attendance"]}, "does not say"),
        (config("field", name="kind"), {}, {"kind": {"a": 1}}, "does not say"),
        (config("field", name="kind"), {}, [], "does not say"),
        (config("field", name="ceil(kind)"), {}, {"kind": "x"}, "does not say"),
        (config(), {}, {"event": "marks.created"}, "for which ERP has no endpoint"),
        (config(), {}, RECORD, "name one of them as “endpoint”"),
    ],
)
def test_what_names_no_endpoint_is_refused_with_the_way_out(rule, labels, content, told):
    with pytest.raises(ConfigurationError) as caught:
        endpoint_of(rule, labels, content)
    assert told in caught.value.sentence


def test_headers_that_may_tell_are_kept_and_secret_ones_never():
    headers = [
        (b"x-github-event", b"push"),
        (b"webhook-topic", b"a/b"),
        (b"ce-type", b"t"),
        (b"content-type", b"application/json"),
        (b"authorization", b"Bearer x"),
        (b"x-api-key", b"k"),
        (b"x-webhook-signature", b"s"),
        (b"x-hub-signature-256", b"s"),
        (b"x-forwarded-for", b"192.0.2.1"),
        (b"x-long", "ü".encode() * 500),
        (b"x-odd", b"\xff"),
        (b"cookie", b"c"),
    ]
    labels = labels_of(headers, "n" * 300)
    assert labels.pop("path") == "n" * 200
    assert labels.pop("header:x-long") == "ü" * 200
    assert labels == {
        "header:x-github-event": "push",
        "header:webhook-topic": "a/b",
        "header:ce-type": "t",
        "header:x-odd": "\ufffd",
    }
    many = [(b"x-%d" % number, b"v") for number in range(100)]
    assert len(labels_of(many, "")) == 12


@given(
    st.sampled_from([config(), config("path"), config("header", name="X-E"), config("field", name="a.b")]),
    st.dictionaries(st.sampled_from(["path", "header:x-e"]), st.text(max_size=20)),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "event"]), inner, max_size=3)
        ),
        max_leaves=8,
    ),
)
def test_any_delivery_feeds_an_endpoint_or_is_refused(rule, labels, content):
    try:
        found = endpoint_of(rule, labels, content)
    except ConfigurationError:
        return
    assert found in ENDPOINTS


@pytest.mark.parametrize(
    ("written", "field", "said"),
    [
        ({"rule": {"by": "field", "name": "a["}}, "rule.name", "“a[” is not a path"),
        ({"rule": {"by": "header", "name": "X-Api-Key"}}, "rule.name", "The header “X-Api-Key” promises a secret"),
        ({"rule": {"by": "header", "name": "not a header"}}, "rule.name", "A rule by header needs its name"),
        ({"rule": {"by": "guess", "values": {"": "students"}}}, "rule.values", "String should have at least 1"),
        ({"requestsPerMinute": 0}, "requestsPerMinute", "Input should be greater than or equal to 1"),
    ],
)
def test_what_a_form_wrote_is_refused_by_its_field(written, field, said):
    with pytest.raises(ConfigurationError) as caught:
        read_settings(written)
    assert caught.value.field == field
    assert caught.value.sentence.startswith(said)
    assert caught.value.sentence.endswith(".")


def test_what_a_form_wrote_is_read():
    settings = WebhookSettings(scheme=Scheme.STRIPE, keep_days=3)
    assert read_settings(settings.model_dump(mode="json", by_alias=True)) == settings
