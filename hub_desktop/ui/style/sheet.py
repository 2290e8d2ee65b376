"""The style sheet: only what a palette cannot say, for cards, chips, buttons and the navigation."""

from string import Template

from hub_desktop.core.resources import resource_path
from hub_desktop.ui.style.tokens import (
    LIGHT,
    NAVIGATION_WIDTH,
    PROGRESS_HEIGHT,
    RADIUS,
    RADIUS_SMALL,
    SCROLL_BAR,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    Colours,
)

_SHEET = Template("""
Card { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
Card[chosen="true"] { border-color: $accent; background: $info_fill; }
MessageStrip, Notice, RehearsalBanner { border: 1px solid $border; border-radius: ${radius}px; }
MessageStrip[kind="info"], Notice[kind="info"] { background: $info_fill; border-color: $info; }
MessageStrip[kind="warning"], Notice[kind="warning"] { background: $warning_fill; border-color: $warning; }
MessageStrip[kind="error"], Notice[kind="error"] { background: $error_fill; border-color: $error; }
RehearsalBanner { background: $rehearsal_fill; }

NavigationFrame { background: $sunken; border: none; border-right: 1px solid $border;
    min-width: ${navigation}px; max-width: ${navigation}px; }
Navigation QPushButton { text-align: left; border: 1px solid transparent; border-radius: ${small}px;
    background: transparent; padding: ${s}px ${m}px; color: $muted; }
Navigation QPushButton:hover { background: $hover; color: $text; }
Navigation QPushButton:checked { background: $surface; border-color: $border; color: $text; font-weight: bold; }
Navigation QPushButton:focus { border-color: $accent; }

QPushButton { background: $surface; border: 1px solid $border; border-radius: ${small}px; color: $text;
    padding: ${button_y}px ${m}px; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; background: transparent; }
QPushButton::menu-indicator { width: 0px; }
QPushButton[look="primary"], QPushButton:default { background: $accent_fill; border-color: $accent_fill;
    color: $on_accent; }
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus, QPushButton:default:focus { border-color: $text; }
QPushButton[look="primary"]:disabled, QPushButton:default:disabled { background: $hover; border-color: $border;
    color: $disabled; }
QPushButton[look="danger"] { color: $error; }
QPushButton[look="danger"]:hover { background: $error_fill; border-color: $error; }
QPushButton[look="danger"]:focus { border-color: $error; }
QPushButton[look="danger"]:disabled { color: $disabled; background: transparent; border-color: $border; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; color: $accent;
    padding: ${xs}px ${s}px; }
QPushButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus { border-color: $accent; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; color: $muted;
    padding: ${s}px ${m}px; margin-right: ${xs}px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { background: $hover; }
QTabBar::tab:disabled { color: $disabled; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }

QAbstractSpinBox { min-height: ${field}px; background: $surface; color: $text; border: 1px solid $border;
    border-radius: ${small}px; padding-left: ${s}px; }
QAbstractSpinBox:focus { border-color: $accent; }
QAbstractSpinBox:disabled { color: $disabled; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none;
    background: transparent; width: ${xl}px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$arrow_up"); width: ${m}px; height: ${m}px; }
QAbstractSpinBox::down-arrow { image: url("$arrow"); width: ${m}px; height: ${m}px; }
QDateEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right; border: none; width: ${xl}px; }
QLineEdit, QComboBox { min-height: ${field}px; background: $surface; color: $text; border: 1px solid $border;
    border-radius: ${small}px; padding: 0 ${s}px; }
QLineEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled { color: $disabled; background: transparent; }
QComboBox { padding-right: 0; }
QComboBox::drop-down { border: none; width: ${l}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${m}px; height: ${m}px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit { border: none; padding: 0;
    min-height: 0; background: transparent; }
QCheckBox::indicator { width: 12px; height: 12px; border: 1px solid $muted; border-radius: 2px; }
QCheckBox::indicator:unchecked { background: $surface; }
QCheckBox::indicator:checked { background: $accent_fill; border-color: $accent_fill; image: url("$tick"); }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QCheckBox::indicator:focus { border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }
QPlainTextEdit, QTextEdit, QAbstractItemView { border: 1px solid $border; }
QPlainTextEdit, QTextEdit { background: $surface; border-radius: ${small}px; padding: 2px ${xs}px; }
QPlainTextEdit:focus, QTextEdit:focus, QAbstractItemView:focus { border-color: $accent; }
QListWidget::item { padding: 2px ${xs}px; }
QHeaderView { border: none; background: $window; }
QHeaderView::section, QTableCornerButton::section { background: $window; color: $muted; border: none;
    border-bottom: 1px solid $border; padding: ${xs}px; }
QHeaderView::section:vertical { border-bottom: none; border-right: 1px solid $border; padding: 0 ${xs}px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QListWidget[look="rail"], QListWidget[look="rail"]:focus { background: transparent; border: none; padding: ${xl}px 0;
    outline: none; }
QListWidget[look="rail"]::item { padding: 0 ${s}px; border: 1px solid transparent; border-radius: ${small}px;
    color: $muted; }
QListWidget[look="rail"]::item:hover, QListWidget[look="found"]::item:hover { background: $hover; }
QListWidget[look="found"], QListWidget[look="found"]:focus { background: transparent; border: none; outline: none; }
QListWidget[look="found"]::item { padding: ${xs}px; border: 1px solid transparent; border-radius: ${small}px; }
QListWidget[look="found"]::item:disabled { color: $muted; }
QListWidget[look="found"]::item:selected { background: $hover; color: $text; border-color: $accent; }
QListWidget[look="rail"]::item:selected { background: $hover; color: $text; }
QListWidget[look="rail"]:focus::item:selected { border-color: $accent; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $border; border-radius: ${bar_radius}px; margin: 1px; }
QScrollBar::handle:vertical { min-height: ${xl}px; }
QScrollBar::handle:horizontal { min-width: ${xl}px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar[look="thin"] { background: $hover; border: none; border-radius: 3px;
    min-height: ${progress}px; max-height: ${progress}px; }
QProgressBar[look="thin"]::chunk { background: $accent_fill; border-radius: 3px; }
QFrame[look="line"] { color: $border; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="page"] { background: transparent; }
QBalloonTip QLabel { color: $on_balloon; }
QBalloonTip QPushButton { background: transparent; border: none; padding: 0; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: ${xs}px; }
""")


def sheet(colours: Colours) -> str:
    """Return the style sheet in a set of colours."""
    named = {name: getattr(colours, name) for name in Colours.__struct_fields__ if name != "lights"}
    words = [f'PlainLabel[light="{light.value}"] {{ color: {colour}; }}' for light, colour in colours.lights.items()]
    return "\n".join(words) + _SHEET.substitute(
        named,
        # Where Qt draws a notification itself, it is pale yellow in the dark as well.
        on_balloon=LIGHT.text,
        radius=RADIUS,
        small=RADIUS_SMALL,
        xs=SPACE_XS,
        s=SPACE_S,
        m=SPACE_M,
        xl=SPACE_XL,
        l=SPACE_L,
        field=SPACE_XL,
        bar=SCROLL_BAR,
        bar_radius=SCROLL_BAR // 2 - 1,
        tick=resource_path("icons", "check-white.svg").as_posix(),
        arrow=resource_path("icons", "chevron-down-grey.svg").as_posix(),
        arrow_up=resource_path("icons", "chevron-up-grey.svg").as_posix(),
        button_y=SPACE_XS + 1,
        navigation=NAVIGATION_WIDTH,
        progress=PROGRESS_HEIGHT,
    )
