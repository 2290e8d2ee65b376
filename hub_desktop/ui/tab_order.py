"""The Tab key goes through a dialog or a screen in the order in which it is read, also through what was added later."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QDialog, QLineEdit, QScrollArea, QWidget

_Placed = tuple[QRect, QWidget]


class ReadingOrderDialog(QDialog):
    """A dialog whose Tab key looks at what stands where, and not at what was made when."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the keyboard to the control that is read next, or before; at the end it begins anew."""
        if not self.isWindow():
            # It is a part of another dialog, which knows what stands beside it.
            return super().focusNextPrevChild(forward)
        controls, place = _around(self, forward)
        if not controls:
            return False
        _reach(controls[place % len(controls)], forward)
        return True


class ReadingOrderPage(QWidget):
    """A screen of which the same holds; at its end the keyboard goes on to what stands beside it in the window."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the keyboard to the control that is read next, or before, or out of the screen."""
        controls, place = _around(self, forward)
        if 0 <= place < len(controls):
            _reach(controls[place], forward)
            return True
        beside = self._beside()
        if beside:
            _reach(beside[0 if forward else -1], forward)
        return bool(beside)

    def _beside(self) -> list[QWidget]:
        """Return the controls of the window that are no part of this screen, those that are read after it first.

        Not by Qt's chain of the focus: PySide takes what `nextInFocusChain` returns for a child of the widget it was
        asked of, and when this screen is taken away, objects of the others, such as the entries of their menus, would
        count as deleted.
        """
        controls = reading_order(self.window())
        own = [place for place, one in enumerate(controls) if one is self or self.isAncestorOf(one)]
        return controls[own[-1] + 1 :] + controls[: own[0]] if own else controls


def _around(root: QWidget, forward: bool) -> tuple[list[QWidget], int]:
    """Return the controls below, and the place in their order to which the keyboard goes; it may be past an end."""
    controls = reading_order(root)
    # A window knows which of its parts has the keyboard also while another window has it.
    at: QWidget | None = root.focusWidget() if root.isWindow() else root.window().focusWidget()
    while at is not None and at not in controls:
        # The keyboard may be in a part of a control, such as in a cell of a table.
        at = at.parentWidget()
    step = 1 if forward else -1
    return controls, controls.index(at) + step if at is not None else min(step, 0) % max(len(controls), 1)


def _reach(control: QWidget, forward: bool) -> None:
    control.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def _takes_tab(control: QWidget) -> bool:
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) and control.focusProxy() is None


def reading_order(root: QWidget) -> list[QWidget]:
    """Return the controls that can be used now, lines from top to bottom, columns from left to right."""
    found = [root] if _takes_tab(root) else []
    if isinstance(root, QLineEdit | QComboBox):
        return found
    if isinstance(root, QScrollArea):
        inside = root.widget()
        return found + (reading_order(inside) if inside is not None else [])
    if isinstance(root, QAbstractScrollArea):
        # A table or a text scrolls by itself, and what it consists of is its own affair.
        return found
    parts = root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [(one.geometry(), one) for one in parts if one.isVisible() and one.isEnabled() and not one.isWindow()]
    return found + [control for part in _read(shown) for control in reading_order(part)]


def _read(placed: list[_Placed]) -> list[QWidget]:
    """Return what is placed in one room: cut into lines wherever it can be, else into columns, and so on."""
    for upright in (True, False):
        groups = _cut(placed, upright)
        if len(groups) > 1:
            return [one for group in groups for one in _read(group)]
    return [one for _, one in sorted(placed, key=lambda found: (found[0].top(), found[0].left()))]


def _cut(placed: list[_Placed], upright: bool) -> list[list[_Placed]]:
    groups: list[list[_Placed]] = []
    end = 0
    for rect, one in sorted(placed, key=lambda found: found[0].top() if upright else found[0].left()):
        if not groups or (rect.top() if upright else rect.left()) > end:
            groups.append([])
            end = 0
        groups[-1].append((rect, one))
        end = max(end, rect.bottom() if upright else rect.right())
    return groups
