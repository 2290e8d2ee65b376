"""The numbers and colours of the window: spacing, sizes, and the two sets of colours."""

from collections.abc import Mapping

from msgspec import Struct

from hub_desktop.core.status import Light

SPACE_XS = 4
SPACE_S = 8
SPACE_M = 12
SPACE_L = 16
SPACE_XL = 24
RADIUS = 8
RADIUS_SMALL = 6

ICON_SMALL = 16
ICON = 20
ICON_LARGE = 32
WINDOW_MINIMUM = (960, 600)
WINDOW_FIRST = (1180, 760)
NAVIGATION_WIDTH = 208
RAIL_WIDTH = 160
HELP_LIST_WIDTH = 248
HELP_MINIMUM = (720, 480)
HELP_FIRST = (900, 660)
CARD_WIDTH = 320
"""The least width of a card; as many stand side by side as fit."""
NARROW_CARD_WIDTH = 200
MOST_COLUMNS = 3
TEXT_WIDTH = 640
"""The width at which a paragraph is still pleasant to read."""
DIALOG_WIDTH = 460
DIALOG_WIDEST = 1040
FRAME = 48
"""What a desktop may put around a window: its title and its borders."""
SEARCH_WIDTH = 240
PROGRESS_HEIGHT = 6
SCROLL_BAR = 10
PLOT_HEIGHT = 240
"""Of a plot over days or of columns; one of bars is as high as its bars need."""
BAR_ROOM = 26
PICTURE_WIDTH = 960
"""Of a plot that is saved, in logical pixels."""
SKELETON_ROW = 40
"""From one row of grey blocks to the next."""
SKELETON_BAR = 12
SKELETON_CARD = 168
SWITCH_WIDTH = 36
SWITCH_HEIGHT = 20

TITLE_SCALE = 1.7
SUBTITLE_SCALE = 1.2


class Colours(Struct, frozen=True):
    """One scheme, as `#rrggbb`."""

    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    border: str
    accent: str
    """For text and lines."""
    accent_fill: str
    """Below `on_accent` text."""
    accent_hover: str
    on_accent: str
    hover: str
    pressed: str
    disabled: str
    skeleton: str
    """Of the blocks that stand for what is being read."""
    info: str
    warning: str
    error: str
    info_fill: str
    warning_fill: str
    error_fill: str
    rehearsal_fill: str
    lights: Mapping[Light, str]
    series: tuple[str, ...]
    """For lines and bars that stand for themselves; each has a marker or pattern of its own besides."""
    attendance: tuple[str, ...]
    """Present, late, excused and absent, as they are stacked."""


LIGHT = Colours(
    window="#f6f8fa",
    surface="#ffffff",
    sunken="#eef1f4",
    text="#1f2328",
    muted="#57606a",
    border="#d0d7de",
    accent="#0969da",
    accent_fill="#0969da",
    accent_hover="#0860ca",
    on_accent="#ffffff",
    hover="#eaeef2",
    pressed="#dfe4e9",
    disabled="#8c959f",
    skeleton="#e3e8ed",
    info="#0969da",
    warning="#bc4c00",
    error="#cf222e",
    info_fill="#eaf4ff",
    warning_fill="#fff4e5",
    error_fill="#ffeff0",
    rehearsal_fill="#f3ecff",
    lights={
        Light.ACTIVE: "#1a7f37",
        Light.SYNCING: "#0969da",
        Light.ATTENTION: "#bc4c00",
        Light.ERROR: "#cf222e",
        Light.WAITING: "#bc4c00",
        Light.INACTIVE: "#9a6700",
        Light.NEVER_RUN: "#57606a",
    },
    series=("#0969da", "#bc4c00", "#1a7f37", "#8250df", "#bf3989", "#57606a"),
    attendance=("#1a7f37", "#9a6700", "#0969da", "#cf222e"),
)

DARK = Colours(
    window="#0d1117",
    surface="#161b22",
    sunken="#0a0d12",
    text="#e6edf3",
    muted="#9198a1",
    border="#30363d",
    accent="#58a6ff",
    accent_fill="#1f6feb",
    accent_hover="#2a72e0",
    on_accent="#ffffff",
    hover="#21262d",
    pressed="#2b3138",
    disabled="#6e7681",
    skeleton="#242a32",
    info="#58a6ff",
    warning="#db6d28",
    error="#f85149",
    info_fill="#121d2f",
    warning_fill="#2a1a0c",
    error_fill="#2d1316",
    rehearsal_fill="#211a33",
    lights={
        Light.ACTIVE: "#3fb950",
        Light.SYNCING: "#58a6ff",
        Light.ATTENTION: "#db6d28",
        Light.ERROR: "#f85149",
        Light.WAITING: "#db6d28",
        Light.INACTIVE: "#d29922",
        Light.NEVER_RUN: "#9198a1",
    },
    series=("#58a6ff", "#db6d28", "#3fb950", "#bc8cff", "#f778ba", "#9198a1"),
    attendance=("#3fb950", "#d29922", "#58a6ff", "#f85149"),
)
