"""The card of one integration."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hub_desktop.core.errors import Remedy
from hub_desktop.core.integration import INTEGRATION_TYPES
from hub_desktop.core.status import Light
from hub_desktop.core.times import utc_now
from hub_desktop.hub.device_views import DeviceStanding
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.pick_box import PickBox
from hub_desktop.ui.remedies import USE_CASES, Action
from hub_desktop.ui.run_words import last_run_words
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.status_controls import StatusControls
from hub_desktop.ui.style.name_link import NameLink
from hub_desktop.ui.style.tokens import CARD_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import Card, PlainLabel, Switch, plain_button, set_usable
from hub_desktop.ui.words import data_type_counts, duration, exact, next_words, when


class IntegrationCard(Card):
    """Shows an integration and takes what a person wants done with it.

    Signals:
        action_asked(int, Action): what to do with the integration of this number.
        picked(int, bool, bool): this one is chosen or no longer, and whether Shift was held.
    """

    action_asked = Signal(int, object)
    picked = Signal(int, bool, bool)

    def __init__(self, session: Session, view: IntegrationView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.view = view
        self.controls = StatusControls(session, self)
        self.pick = PickBox()
        self.pick.hide()
        self.name = NameLink(large=True)
        self.type = PlainLabel(role="muted", wrap=True)
        self.badge, self.reason, self.bar = self.controls.badge, self.controls.reason, self.controls.bar
        self.devices = PlainLabel(role="muted", wrap=True)
        self.times = PlainLabel(role="muted", wrap=True)
        self.kept = PlainLabel(wrap=True)
        self.last_run = PlainLabel(role="muted", wrap=True)
        self.delivered = PlainLabel(role="muted", wrap=True)
        self.enabled = Switch()
        self.remedy, self.sync, self.cancel = self.controls.remedy, self.controls.sync, self.controls.cancel
        self.test = self.controls.test
        self.edit = plain_button(self.tr("Edit"))
        self.more = plain_button(self.tr("More ▾"))
        self.menu = QMenu(self)
        self.preview = self.menu.addAction(self.tr("&Preview the next sync…"))
        self.activity = self.menu.addAction(self.tr("&Activity"))
        self.webhook = self.menu.addAction(self.tr("&Webhook…"))
        self.set_up = self.menu.addAction(self.tr("&Set-up checklist…"))
        self.export = self.menu.addAction(self.tr("E&xport…"))
        self.menu.addSeparator()
        self.delete = self.menu.addAction(self.tr("&Delete…"))
        self.setMinimumWidth(CARD_WIDTH)
        self._lay_out()
        self._connect()
        self.show_view(view)

    def show_view(self, view: IntegrationView) -> None:
        """Show what is known of the integration now; the controls stay where they are."""
        self.view = view
        config = view.config
        self.setAccessibleName(view.name)
        self.name.setText(view.name)
        kind = spoken(INTEGRATION_TYPES[config.type]) if config.type in INTEGRATION_TYPES else config.type
        self.type.setText(f"{kind} · {view.college}" if self._many_colleges() and view.college else kind)
        self.controls.show_view(view)
        self._show_devices(view.devices)
        self._show_times()
        kept = data_type_counts(view.records)
        self.kept.show_or_hide(self.tr("Keeps {records}").format(records=kept) if kept else "")
        self.last_run.show_or_hide(last_run_words(view.last_run))
        if view.last_run is not None:
            took = self.tr("took {time}").format(time=duration(view.last_run.seconds))
            self.last_run.setToolTip(f"{exact(view.last_run.finished_at)}, {took}")
        self._show_deliveries()
        self.enabled.blockSignals(True)
        self.enabled.setChecked(config.enabled)
        self.enabled.blockSignals(False)
        self._name_controls()
        self._show_rights()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the page on Enter, wherever in the card the keyboard is that has no use for it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.action_asked.emit(self.view.integration_id, Action.OPEN)
        else:
            super().keyPressEvent(event)

    def show_picking(self, picking: bool, chosen: bool) -> None:
        """Show the box by which it is chosen among others, ticked or not."""
        if self.pick.hasFocus() and not picking:
            self.more.setFocus()
        self.pick.setVisible(picking)
        self.pick.setChecked(chosen)
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click anywhere on the card for one on its box, while there is one."""
        super().mouseReleaseEvent(event)
        if self.pick.isVisible() and event.button() == Qt.MouseButton.LeftButton:
            self.pick.pick(ranged=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    @Slot(bool, bool)
    def on_picked(self, on: bool, ranged: bool) -> None:
        """Tell that this one was chosen, or no longer is."""
        self.picked.emit(self.view.integration_id, on, ranged)

    @Slot()
    def on_enabled_clicked(self) -> None:
        """Ask for what the switch says; it goes back by itself when that cannot be."""
        self.action_asked.emit(self.view.integration_id, Action.ENABLE if self.enabled.isChecked() else Action.DISABLE)

    @Slot()
    def on_button_clicked(self) -> None:
        """Ask for what the button, or the entry of the menu, says; while cards are picked, the name picks too."""
        if self.sender() is self.name and self.pick.isVisible():
            self.pick.pick(ranged=False)
            return
        action = {
            self.name: Action.OPEN,
            self.edit: Action.EDIT,
            self.preview: Action.PREVIEW,
            self.activity: Action.SHOW_LOG,
            self.webhook: Action.SHOW_WEBHOOK,
            self.set_up: Action.SHOW_SET_UP,
            self.export: Action.EXPORT,
            self.delete: Action.DELETE,
        }.get(self.sender())
        if action is not None:
            self.action_asked.emit(self.view.integration_id, action)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        titles = QVBoxLayout()
        titles.setSpacing(SPACE_XS)
        titles.addWidget(self.name)
        titles.addWidget(self.type)
        head.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        head.addWidget(self.enabled, 0, Qt.AlignmentFlag.AlignTop)
        light = QHBoxLayout()
        light.setSpacing(SPACE_S)
        light.addWidget(self.badge, 1)
        light.addWidget(self.controls.help)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.sync, self.cancel, self.test, self.edit):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addLayout(head)
        column.addSpacing(SPACE_XS)
        column.addLayout(light)
        for part in (
            self.reason,
            self.remedy,
            self.bar,
            self.devices,
            self.times,
            self.kept,
            self.last_run,
            self.delivered,
        ):
            column.addWidget(part)
        column.addStretch()
        column.addSpacing(SPACE_S)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.pick.picked.connect(self.on_picked)
        self.enabled.clicked.connect(self.on_enabled_clicked)
        self.controls.action_asked.connect(self.action_asked)
        for button in (self.name, self.edit):
            button.clicked.connect(self.on_button_clicked)
        for entry in (self.preview, self.activity, self.webhook, self.set_up, self.export, self.delete):
            entry.triggered.connect(self.on_button_clicked)
        self.menu.setToolTipsVisible(True)
        self.more.setMenu(self.menu)

    def _show_times(self) -> None:
        view = self.view
        words = (
            self.tr("Last synced {time}").format(time=when(view.last_success))
            if view.last_success
            else self.tr("Not synced yet")
        )
        if view.next_words and view.status.light not in {Light.SYNCING, Light.WAITING}:
            words += " · " + next_words(view)
        self.times.setText(words)
        tips = [
            self.tr("Last synced: {time}").format(time=exact(view.last_success)) if view.last_success else "",
            self.tr("Next: {time}").format(time=exact(view.next_run)) if view.next_run else "",
        ]
        self.times.setToolTip("\n".join(tip for tip in tips if tip))

    def _show_deliveries(self) -> None:
        came, wrong = self.view.last_delivery, self.view.wrong_signatures
        parts = [self.tr("Last delivery {time}.").format(time=when(came))] if came is not None else []
        tips = [self.tr("Last delivery: {time}").format(time=exact(came))] if came is not None else []
        if wrong is not None:
            sentence = spoken(wrong.sentence(utc_now()))
            # Where it needs attention it stands beside the light already.
            parts += [sentence] if self.view.status.remedy is not Remedy.SHOW_WEBHOOK else []
            tips.append(self.tr("Last wrong signature: {time}").format(time=exact(wrong.last_at)))
        self.delivered.show_or_hide(" ".join(parts))
        self.delivered.setToolTip("\n".join(tips))

    def _show_devices(self, devices: DeviceStanding | None) -> None:
        if devices is None or not devices.allowed:
            self.devices.hide()
            return
        number = count(devices.allowed, "device")
        self.devices.show_or_hide(
            self.tr("{devices}, last contact {time}").format(devices=number, time=when(devices.last_contact))
            if devices.last_contact
            else self.tr("{devices}, no contact yet").format(devices=number)
        )
        self.devices.setToolTip(exact(devices.last_contact))

    def _name_controls(self) -> None:
        name = self.view.name
        named = {
            self.pick: self.tr("Select {name}").format(name=name),
            self.enabled: self.tr("Sync {name} by itself").format(name=name),
            self.edit: self.tr("Edit {name}").format(name=name),
            self.more: self.tr("More for {name}").format(name=name),
        }
        for control, words in named.items():
            control.setAccessibleName(words)
        self.name.setAccessibleDescription(self.tr("Opens the page of this integration"))

    def _show_rights(self) -> None:
        switching = Action.DISABLE if self.view.config.enabled else Action.ENABLE
        for control, action in ((self.edit, Action.EDIT), (self.enabled, switching)):
            set_usable(control, self._session.refusal(USE_CASES[action]))
        entries = [
            (self.preview, Action.PREVIEW),
            (self.activity, Action.SHOW_LOG),
            (self.webhook, Action.SHOW_WEBHOOK),
            (self.set_up, Action.SHOW_SET_UP),
            (self.export, Action.EXPORT),
            (self.delete, Action.DELETE),
        ]
        for entry, action in entries:
            refusal = self._session.refusal(USE_CASES[action])
            entry.setEnabled(not refusal)
            entry.setToolTip(refusal)
        if not self.enabled.toolTip():
            self.enabled.setToolTip(
                self.tr("Syncs by itself; switch off to pause it")
                if self.view.config.enabled
                else self.tr("Switched off; switch on to sync by itself")
            )

    def _many_colleges(self) -> bool:
        ids = self._session.actor.college_ids
        return ids is None or len(ids) > 1
