import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotAllowedError
from hub_desktop.core.unfinished import MAX_DRAFT, Draft
from hub_desktop.hub.hub import Hub
from tests.hub.conftest import PRINCIPAL

OTHER = Actor("Omar", Role.ADMIN, Face.WINDOW)
DRAFT = Draft("ERP", "form", {"name": "ERP", "base_url": "https://erp.example.edu", "note": "my-s3cret-key"})


def test_each_person_finds_the_last_one_they_left_without_its_secrets(hub: Hub) -> None:
    assert hub.drafts.kept(PRINCIPAL) is None
    assert hub.drafts.keep(PRINCIPAL, DRAFT, ["my-s3cret-key"])
    kept = hub.drafts.kept(PRINCIPAL)
    assert kept is not None
    assert (kept.name, kept.way) == ("ERP", "form")
    assert kept.values == {"name": "ERP", "base_url": "https://erp.example.edu", "note": ""}
    assert kept.kept_at is not None
    assert hub.drafts.kept(OTHER) is None
    hub.drafts.keep(PRINCIPAL, Draft("LMS", "template", {}))
    newer = hub.drafts.kept(PRINCIPAL)
    assert newer is not None
    assert newer.name == "LMS"
    hub.drafts.discard(PRINCIPAL)
    assert hub.drafts.kept(PRINCIPAL) is None
    rows = [(row.subject, row.detail) for row in hub.audit.latest(PRINCIPAL) if row.use_case == "drafts.keep"]
    assert rows == [("a draft", "discarded"), ("LMS", ""), ("ERP", "")]


def test_what_is_too_long_is_not_kept(hub: Hub) -> None:
    assert not hub.drafts.keep(PRINCIPAL, Draft("ERP", "form", {"pasted": "x" * MAX_DRAFT}))
    assert hub.drafts.kept(PRINCIPAL) is None


def test_only_who_may_add_may_keep_a_draft(hub: Hub) -> None:
    viewer = Actor("Vera", Role.VIEWER, Face.WINDOW)
    with pytest.raises(NotAllowedError):
        hub.drafts.keep(viewer, DRAFT)
    with pytest.raises(NotAllowedError):
        hub.drafts.kept(viewer)
