"""The light and the dark palette, and which of them stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from hub_desktop.ui.style.sheet import sheet
from hub_desktop.ui.style.tokens import DARK, LIGHT, Colours

_MIDDLE_LIGHTNESS = 128


def apply(app: QApplication, scheme: str) -> None:
    """Give the program its colours: `light`, `dark`, or as the desktop has it (`system`, and anything unknown)."""
    dark = scheme == "dark" or (scheme != "light" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    colours = DARK if dark else LIGHT
    app.setPalette(palette(colours))
    wanted = sheet(colours)
    if app.styleSheet() != wanted:
        # Every widget there is would be polished anew.
        app.setStyleSheet(wanted)


def colours_of(shown: QPalette) -> Colours:
    """Return the set of colours that a palette was made from."""
    return DARK if shown.color(QPalette.ColorRole.Window).lightness() < _MIDDLE_LIGHTNESS else LIGHT


def current() -> Colours:
    """Return the colours that the program shows now."""
    return colours_of(QApplication.palette())


def palette(colours: Colours) -> QPalette:
    """Return the palette of a set of colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent_fill,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent_fill,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.muted,
        role.Shadow: colours.sunken,
    }.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.border))
    return made
