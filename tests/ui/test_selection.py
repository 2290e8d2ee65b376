from hub_desktop.ui.selection import Selection


def selection(*shown: int) -> Selection:
    made = Selection()
    made.show(shown)
    return made


def test_one_by_one_in_the_order_shown() -> None:
    chosen = selection(4, 2, 9)
    chosen.put(9, True)
    chosen.put(4, True)
    assert chosen.chosen == [4, 9]
    chosen.put(9, False)
    assert chosen.chosen == [4]
    chosen.put(77, True)
    assert chosen.chosen == [4], "what is not shown cannot be chosen"


def test_shift_takes_all_from_the_last_one_on() -> None:
    chosen = selection(1, 2, 3, 4, 5)
    chosen.put(4, True)
    chosen.put(2, True, ranged=True)
    assert chosen.chosen == [2, 3, 4]
    chosen.put(3, False, ranged=True)
    assert chosen.chosen == [4]
    first = selection(1, 2, 3)
    first.put(3, True, ranged=True)
    assert first.chosen == [3], "there is no last one yet"


def test_all_none_and_what_is_hidden() -> None:
    chosen = selection(1, 2, 3)
    chosen.put_all()
    assert (chosen.chosen, chosen.shown) == ([1, 2, 3], 3)
    chosen.show([3, 1])
    assert chosen.chosen == [3, 1]
    chosen.show([1, 2, 3])
    assert chosen.chosen == [1, 3], "what was hidden is not chosen when it comes back"
    chosen.clear()
    assert chosen.chosen == []
