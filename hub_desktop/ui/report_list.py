"""The steps of a connection test as a list of ticks, each with what to do and what the program offers to do itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hub_desktop.core.errors import Remedy
from hub_desktop.core.offers import Offer
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_check
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import ICON, SPACE_L, SPACE_M, SPACE_XS
from hub_desktop.ui.style.widgets import (
    Button,
    IconLabel,
    PlainLabel,
    plain_button,
    plain_tip,
    quiet_button,
    set_usable,
)
from hub_desktop.upstream.doctor import Check, Mark, Report
from hub_desktop.upstream.report import MARK_WORDS, summary

_MARKS: dict[Mark, tuple[str, str]] = {
    Mark.PASSED: ("check-circle", "active"),
    Mark.NOTED: ("warning", "attention"),
    Mark.FAILED: ("octagon-x", "error"),
    Mark.NOT_TRIED: ("dash", "muted"),
}
_MOST_FIELDS = 20


class CheckRow(QWidget):
    """One step of the test: its mark, what was found, what to do, what is offered, and the detail folded below.

    Signals:
        offer_chosen(Offer): its offer is to be made.
        help_asked(Topic): the help about it is to be shown.
    """

    offer_chosen = Signal(object)
    help_asked = Signal(object)

    def __init__(
        self, check: Check, refusal: str = "", sign_in_advice: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.check = check
        mark = IconLabel(*_MARKS[check.mark], size=ICON)
        mark.setAccessibleName(mark_word(check))
        mark.setToolTip(mark_word(check))
        self._detail = PlainLabel("\n".join(detail_lines(check)), role="muted", wrap=True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.hide()
        self.details_button = quiet_button(self.tr("Details"))
        self.details_button.setCheckable(True)
        self.details_button.setAccessibleName(self.tr("Details of {check}").format(check=spoken(check.name)))
        self.details_button.toggled.connect(self._detail.setVisible)
        self.help = HelpButton(topic_of_check(check) if check.ok is False else None, check.name)
        self.help.help_asked.connect(self.help_asked)
        sentence = PlainLabel(row_sentence(check), wrap=True)
        remedy = PlainLabel(spoken(remedy_sentence(check, sign_in_advice)), role="strong", wrap=True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE_M)
        layout.setVerticalSpacing(SPACE_XS)
        # The first line of the sentence stands in the middle of the button beside it, and so does the mark.
        height = self.details_button.sizeHint().height()
        sentence.setContentsMargins(0, max(0, (height - sentence.fontMetrics().height()) // 2), 0, 0)
        marked = QVBoxLayout()
        marked.setContentsMargins(0, max(0, (height - ICON) // 2), 0, 0)
        marked.addWidget(mark)
        marked.addStretch(1)
        layout.addLayout(marked, 0, 0)
        layout.addWidget(sentence, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.help, 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.details_button, 0, 3, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(remedy, 1, 1, 1, 3)
        self.offer_button: Button | None = None
        if check.offer is not None:
            self.offer_button = _offer_button(check.offer, refusal)
            self.offer_button.clicked.connect(partial(self.offer_chosen.emit, check.offer))
            layout.addWidget(self.offer_button, 2, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._detail, 3, 1, 1, 3)
        layout.setColumnStretch(1, 1)
        # Not before they stand in this row: what is shown alone opens a window of its own.
        self.details_button.setVisible(bool(self._detail.text()))
        remedy.setVisible(bool(remedy.text()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class ReportList(QWidget):
    """The steps of a test, under one sentence that sums them up.

    Signals:
        offer_chosen(Offer): a change that the test offers is to be made.
        help_asked(Topic): the help about a step that failed is to be shown.
    """

    offer_chosen = Signal(object)
    help_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = ""
        self._sign_in_advice = ""
        self.summary = PlainLabel("", role="subtitle", wrap=True)
        self._shown: list[CheckRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_L)
        layout.addWidget(self.summary)
        layout.addLayout(self._rows)

    def rows(self) -> list[CheckRow]:
        """Return the steps that are shown."""
        return list(self._shown)

    def refuse_offers(self, refusal: str) -> None:
        """Show offers from now on with the reason why this person may not make them; the empty string allows it."""
        self._refusal = refusal

    def advise_sign_in(self, advice: str) -> None:
        """Say from now on under a refused sign-in what a person does about it here."""
        self._sign_in_advice = advice

    def offers(self) -> list[Button]:
        """Return the buttons of what is offered and may be made, from top to bottom."""
        return [row.offer_button for row in self._shown if row.offer_button and row.offer_button.isEnabled()]

    def show_report(self, report: Report) -> None:
        """Show what was found, in its order; steps that were shown as they came stay as they are, unfolded or not."""
        self.summary.setText(spoken(summary(report)))
        known = self._shown
        wanted = [next((row for row in known if row.check == check), None) for check in report.checks]
        for row in known:
            self._rows.removeWidget(row)
            if row not in wanted:
                row.hide()
                row.deleteLater()
        self._shown = []
        for check, kept in zip(report.checks, wanted, strict=True):
            self._add(self._made(check) if kept is None else kept)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence alone: that the test goes on, or why there is nothing to tell."""
        self.summary.setText(sentence)
        for row in self._shown:
            row.hide()
            row.deleteLater()
        self._shown = []

    def add_check(self, check: Check) -> None:
        """Show one more step, while the test goes on."""
        self._add(self._made(check))

    def _made(self, check: Check) -> CheckRow:
        row = CheckRow(check, self._refusal, self._sign_in_advice)
        row.offer_chosen.connect(self.offer_chosen)
        row.help_asked.connect(self.help_asked)
        return row

    def _add(self, row: CheckRow) -> None:
        self._shown.append(row)
        self._rows.addWidget(row)


def _offer_button(offer: Offer, refusal: str) -> Button:
    button = plain_button(spoken(offer.label).replace("&", "&&"))
    button.setAccessibleName(spoken(offer.label))
    button.setToolTip(plain_tip(spoken(offer.reason)))
    if refusal:
        set_usable(button, refusal)
    return button


def mark_word(check: Check) -> str:
    """Return the word for the mark of a step."""
    return spoken(MARK_WORDS[check.mark])


def row_sentence(check: Check) -> str:
    """Return the sentence of a step, with its name before it where it would not say by itself which it is."""
    unnamed = check.ok is False and check.endpoint and check.endpoint.casefold() not in check.sentence.casefold()
    if check.ok is None or unnamed:
        return f"{_begun(spoken(check.name))}: {spoken(check.sentence)}"
    endpoint = check.sentence.partition(": ")[0]
    return spoken(_begun(check.sentence) if check.name.endswith(endpoint) else check.sentence)


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def remedy_sentence(check: Check, sign_in_advice: str = "") -> str:
    """Return what a person does about a step that failed, where its own sentence and its offer leave it open."""
    if check.ok is not False or check.offer is not None:
        return ""
    return {
        # Whatever refuses a sign-in says itself what to enter, or who signs in.
        Remedy.SIGN_IN_AGAIN: sign_in_advice,
        Remedy.EDIT: "Once that is mended, test again.",
        Remedy.RETRY: "Test again in a minute.",
        Remedy.WAIT: "Test again in a few minutes.",
    }.get(check.remedy, "")


def detail_lines(check: Check) -> Sequence[str]:
    """Return what is folded below a step, a line each."""
    lines = [check.detail] if check.detail and check.detail != check.sentence else []
    if check.offer is not None:
        lines.append(f"{spoken(check.offer.label)}: {spoken(check.offer.reason)}")
    lines += [*check.notes, *check.samples]
    if check.fields:
        named = [f"{name} ({kind})" for name, kind in list(check.fields.items())[:_MOST_FIELDS]]
        lines.append(f"Fields: {', '.join(named)}{'…' if len(check.fields) > _MOST_FIELDS else ''}")
    for exchange in check.exchanges:
        answered = f"HTTP {exchange.status} after {exchange.seconds:.2f} s" if exchange.status else "no answer"
        lines.append(f"{exchange.method} {exchange.address}: {answered}")
        if exchange.body:
            lines.append(exchange.body)
    return lines
