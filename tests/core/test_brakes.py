import pytest

from hub_desktop.core.brakes import Brakes, Effect, changes_held


@pytest.mark.parametrize(
    ("known", "changed", "percent", "held"),
    [
        (10, 8, 75, True),
        (10, 7, 75, False),
        (4, 4, 75, False),
        (10, 10, 100, False),
        (10, 20, 100, False),
        (0, 6, 75, False),
    ],
)
def test_what_is_new_or_counted_twice_holds_nothing(known, changed, percent, held):
    """A first load whose keys come several times changes nothing that was there."""
    assert changes_held(Effect(known, changed), Brakes.model_validate({"changedPercent": percent})) is held
