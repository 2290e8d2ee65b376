"""Icons, drawn from bundled SVG files and tinted to the colours of the window."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hub_desktop.core.resources import resource_path
from hub_desktop.core.status import Light
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import ICON, ICON_SMALL

LIGHT_ICONS: dict[Light, str] = {
    Light.ACTIVE: "check-circle",
    Light.SYNCING: "sync",
    Light.ATTENTION: "warning",
    Light.ERROR: "octagon-x",
    Light.WAITING: "clock",
    Light.INACTIVE: "pause",
    Light.NEVER_RUN: "circle-dashed",
}
"""One shape for each light, so that colour never stands alone."""

_SIZES = (16, 20, 24, 32, 48, 64, 128)


def icon(name: str, colour: str = "text") -> QIcon:
    """Return the icon in a colour: a name of the tokens (`text`, `accent`, …), a light's value, or `#rrggbb`."""
    return _icon(name, _resolved(colour))


def pixmap(name: str, colour: str = "text", size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a picture of `size` logical pixels for a screen of that pixel ratio."""
    return _pixmap(name, _resolved(colour), size, ratio)


def row_icon(name: str, colour: str) -> QIcon:
    """Return an icon for a row of a table, which has the colour of the words beside it where the row is chosen."""
    made = QIcon(icon(name, colour))
    made.addPixmap(pixmap(name, "on_accent", ICON_SMALL), QIcon.Mode.Selected)
    return made


def button_icon(name: str, colour: str) -> QIcon:
    """Return an icon for a button, which is as pale as the words beside it where the button cannot be used."""
    made = QIcon(icon(name, colour))
    for size in _SIZES:
        made.addPixmap(pixmap(name, "disabled", size), QIcon.Mode.Disabled)
    return made


def light_icon(light: Light) -> QIcon:
    """Return the shape of a light in its colour."""
    return icon(LIGHT_ICONS[light], light.value)


def _resolved(colour: str) -> str:
    if colour.startswith("#"):
        return colour
    colours = current()
    if colour in list(Light):
        return colours.lights[Light(colour)]
    found: str = getattr(colours, colour)
    return found


@lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, colour, size, 1.0))
    return made


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = resource_path("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))
