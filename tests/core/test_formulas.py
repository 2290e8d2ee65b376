"""What a spreadsheet would run is guarded, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.formulas import guarded, unguarded

texts = st.text(alphabet='=+-@\t\r\n abc1(), ;"＝\u00a0', max_size=12)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+91 98",
        "-5",
        "@x",
        "\tx",
        "\rx",
        "  =1",
        "\u00a0=1",
        "a\n=1",
        "a\r\n +1",
        "a\x0c=1",
        "a\u2028@x",
        "＝1",
    ],
)
def test_a_formula_is_guarded_after_blanks_and_line_breaks_too(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["a=1", "x-y", "O'Brien", "'tis", "", " a", "a\nb", "1-2"])
def test_what_is_harmless_stays(cell: str) -> None:
    assert guarded(cell) == unguarded(cell) == cell


@given(texts)
def test_what_was_guarded_comes_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
