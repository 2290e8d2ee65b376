"""The connection doctor: each step of the way to an upstream is tried, and each failure comes with its remedy."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from hub_desktop.core.catalog import Template
from hub_desktop.core.errors import CancelledError, HubError, NotFoundError, Remedy
from hub_desktop.core.integration import Integration
from hub_desktop.core.network import Way
from hub_desktop.core.recognition import Recognised, recognised
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.rewriting import RewriteOnce
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count, did_you_mean
from hub_desktop.upstream.files.examination import examine_folder
from hub_desktop.upstream.network_checks import NetworkChecks, in_a_test
from hub_desktop.upstream.oauth import TokenKeeper
from hub_desktop.upstream.reading import Patience, Upstream
from hub_desktop.upstream.reading_checks import NOT_TRIED, SIGN_IN, ReadingChecks, with_probes
from hub_desktop.upstream.report import Check, Exchange, Mark, Report, Stage
from hub_desktop.upstream.wire import Wire

__all__ = ["Check", "Exchange", "Mark", "Report", "Told", "examine"]

Told = Callable[[Check], None]
"""Hears of each step as soon as it is known, on the thread of the test."""

_DEADLINE_SECONDS = 30.0


def examine(
    integration: Integration,
    secrets: Mapping[str, str],
    *,
    cancel: threading.Event,
    redactor: Redactor,
    wire: Wire | None = None,
    way: Way | None = None,
    keeper: TokenKeeper | None = None,
    patience: Patience | None = None,
    templates: Sequence[Template] = (),
    endpoints: Sequence[str] | None = None,
    told: Told | None = None,
    rewrite: RewriteOnce | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Report:
    """Return what works and what does not on the way to an upstream; it writes nothing.

    `way` says how it is reached, where no `wire` is given.

    `templates` are the systems that may be recognised, `endpoints` those to be read, where not all; `rewrite` runs
    the transformations of whole records. Raises
    CancelledError when stopped, NotFoundError for an unknown endpoint, and nothing for a fault of the upstream or of
    the configuration.
    """
    chosen = _chosen(integration, endpoints)
    if integration.reads_files:
        return examine_folder(
            integration, chosen, cancel=cancel, redactor=redactor, told=told, began=now(), rewrite=rewrite
        )
    examination = _Examination(
        integration,
        secrets,
        cancel=cancel,
        redactor=redactor,
        keeper=keeper,
        patience=patience or Patience(tries=1, deadline=_DEADLINE_SECONDS),
        endpoints=chosen,
        told=told,
        rewrite=rewrite,
        now=now,
    )
    began = now()
    used = wire or Wire(integration.name, way=way)
    try:
        examination.go(used)
        system = recognised(integration, templates)
        if system is not None:
            examination.compare(system)
    finally:
        if wire is None:
            used.close()
    return Report(examination.checks(), integration.base_url, began)


def _chosen(integration: Integration, endpoints: Sequence[str] | None) -> list[str]:
    if endpoints is None:
        return [name for name, endpoint in integration.endpoints.items() if endpoint.enabled]
    for name in endpoints:
        if name not in integration.endpoints:
            near = did_you_mean(name, integration.endpoints)
            raise NotFoundError(f"{integration.name} has no endpoint “{name}”.{near}")
    return list(dict.fromkeys(endpoints))


class _Examination:
    """The steps of one test, which share what was found so far."""

    def __init__(
        self,
        integration: Integration,
        secrets: Mapping[str, str],
        *,
        cancel: threading.Event,
        redactor: Redactor,
        keeper: TokenKeeper | None,
        patience: Patience,
        endpoints: list[str],
        told: Told | None,
        rewrite: RewriteOnce | None,
        now: Callable[[], datetime],
    ) -> None:
        self._integration = integration
        self._secrets = secrets
        self._cancel = cancel
        self._redactor = redactor.with_secrets(secrets.values())
        self._keeper = keeper
        self._patience = patience
        self._endpoints = endpoints
        self._told = told
        self._rewrite = rewrite
        self._now = now
        self._found: list[tuple[Stage, Check]] = []

    def checks(self) -> tuple[Check, ...]:
        """Return what was found, in the order of the way."""
        return tuple(check for _, check in sorted(self._found, key=lambda found: found[0]))

    def go(self, wire: Wire) -> None:
        """Try every step; what stands behind a failed one is noted as not tried."""
        if not self._network(wire):
            self._skip_reading(with_sign_in=True)
            return
        try:
            upstream = Upstream(
                with_probes(self._integration),
                self._secrets,
                cancel=self._cancel,
                redactor=self._redactor,
                wire=wire,
                keeper=self._keeper,
                patience=self._patience,
                ahead=0,
            )
        except HubError as error:
            self._tell(Stage.SIGN_IN, self._failed(SIGN_IN, error))
            self._skip_reading()
            return
        with upstream:
            ReadingChecks(
                self._integration,
                upstream,
                tell=self._tell,
                now=self._now,
                endpoints=self._endpoints,
                rewrite=self._rewrite,
            ).go()

    def compare(self, system: Recognised) -> None:
        """Tell what the configuration says otherwise than the catalog; where all was read, it is only worth knowing."""
        name, findings = system.template.name, system.findings
        if not findings:
            self._tell(Stage.SYSTEM, Check("System", True, f"This is {name}, and it is set up as the catalog has it."))
            return
        works = self._all_read()
        sentence = (
            f"This is {name}, and {count(len(findings), 'setting')} "
            f"{'differs' if len(findings) == 1 else 'differ'} from what the catalog has for it."
        )
        if works:
            sentence += " It works all the same."
        self._tell(
            Stage.SYSTEM,
            Check("System", True, sentence, noteworthy=True, offer=system.settings, alternative=True),
        )
        for finding in findings:
            self._tell(
                Stage.SYSTEM,
                Check(
                    f"{name}: {finding.about}",
                    works,
                    finding.sentence,
                    remedy=Remedy.NONE if works else Remedy.EDIT,
                    offer=finding.offer,
                    noteworthy=works,
                ),
            )

    def _network(self, wire: Wire) -> bool:
        way = wire.way
        network = NetworkChecks(self._integration, ca_file=way.ca_file, cancel=self._cancel, now=self._now, way=way)
        steps = network.steps()
        for position, (name, step) in enumerate(steps):
            began = time.monotonic()
            try:
                check = step()
            except CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - any failure of a step is a finding
                check = network.failed(name, error, 0.0)
            seconds = time.monotonic() - began
            stage = Stage.ADDRESS if position == 0 else Stage.NETWORK
            self._tell(stage, replace(check, seconds=seconds if position else 0.0))
            if check.ok is False:
                for later, _ in steps[position + 1 :]:
                    self._tell(Stage.NETWORK, Check(later, None, NOT_TRIED))
                return False
        return True

    def _all_read(self) -> bool:
        read = [check.ok for stage, check in self._found if stage is Stage.ENDPOINTS]
        return bool(read) and all(read)

    def _skip_reading(self, *, with_sign_in: bool = False) -> None:
        if with_sign_in:
            self._tell(Stage.SIGN_IN, Check(SIGN_IN, None, NOT_TRIED))
        for name in self._endpoints:
            self._tell(Stage.ENDPOINTS, Check(name, None, NOT_TRIED, endpoint=name))

    def _failed(self, name: str, error: HubError) -> Check:
        return Check(
            name,
            False,
            self._redactor.line(in_a_test(error.sentence)),
            self._redactor.line(error.detail),
            error.remedy,
            trouble=error.trouble,
        )

    def _tell(self, stage: Stage, check: Check) -> None:
        mask = self._redactor.text
        check = replace(check, sentence=mask(check.sentence), detail=mask(check.detail))
        self._found.append((stage, check))
        if self._told is not None:
            self._told(check)
