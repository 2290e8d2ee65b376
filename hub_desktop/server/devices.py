"""Attendance devices over HTTP: the push protocol of ZKTeco and eSSL devices (ADMS), as far as punches need it.

A device greets (`GET /iclock/cdata?options=all`), uploads its punches (`POST /iclock/cdata?table=ATTLOG`), asks every
half minute whether there is anything for it, and keeps what it was not told to have been taken. It is known by
nothing but its serial number.
"""

import asyncio
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.hub.devices import (
    DevicePushOffError,
    Greeting,
    TooManyUploadsError,
    UnknownDeviceError,
    UploadTooLargeError,
)
from hub_desktop.hub.hub import Hub
from hub_desktop.server.limits import error_response

_CALLS_AT_ONCE: Final = 8
_POLL_SECONDS: Final = 30
_RETRY_SECONDS: Final = 60
_PUNCHES: Final = ("ATTLOG", "")
"""The table of punches; some firmware leaves its name out."""
_OTHER_PUNCHES: Final = ("RTLOG", "TRANSACTION")
"""Tables in which devices of the access control protocol send punches, in another form."""
logger = logging.getLogger(__name__)


def device_routes(hub: Hub) -> list[Route]:
    """Return the addresses that devices call; older ones write .aspx behind each."""
    calls = _DeviceCalls(hub)
    return [
        Route(f"/iclock/{name}{end}", call, methods=[method])
        for end in ("", ".aspx")
        for name, method, call in (
            ("cdata", "GET", calls.greet),
            ("cdata", "POST", calls.upload),
            ("getrequest", "GET", calls.poll),
            ("ping", "GET", calls.poll),
            ("devicecmd", "POST", calls.poll),
        )
    ]


class _DeviceCalls:
    """Answers devices in their own words: short lines of plain text."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._free = asyncio.Semaphore(_CALLS_AT_ONCE)

    async def greet(self, request: Request) -> Response:
        """Answer a device that starts with its options."""
        serial, address = _caller(request)
        version = request.query_params.get("pushver", "")
        return await self._answered(
            lambda: _options(self._hub.devices.greet(serial, address, push_version=version), serial), serial
        )

    async def poll(self, request: Request) -> Response:
        """Tell a device that there is nothing for it to do."""
        serial, address = _caller(request)
        # Such as “Ver 8.0.4.3,120,240,9000,192.168.1.201”: firmware, users, fingers, punches, address.
        firmware = request.query_params.get("INFO", "").partition(",")[0]
        return await self._answered(lambda: self._heard(serial, address, firmware), serial)

    async def upload(self, request: Request) -> Response:
        """Take punches, durably before they are acknowledged; other tables are acknowledged and not kept."""
        serial, address = _caller(request)
        table, stamp = request.query_params.get("table", ""), request.query_params.get("Stamp", "")
        body = await request.body()
        if table.upper() in _OTHER_PUNCHES:
            return await self._answered(lambda: self._hub.devices.refuse_form(serial, address), serial)
        if table.upper() not in _PUNCHES:
            # Fingers, faces and photographs are nobody's business here; a device that is not heard sends them for ever.
            rows = sum(1 for line in body.splitlines() if line.strip())
            firmware = _firmware(body) if table.lower() == "options" else ""
            return await self._answered(lambda: self._heard(serial, address, firmware, f"OK: {rows}"), serial)
        return await self._answered(
            lambda: f"OK: {self._hub.devices.receive(serial, address, body, stamp=stamp).rows}", serial
        )

    def _heard(self, serial: str, address: str, firmware: str, answer: str = "OK") -> str:
        self._hub.devices.contact(serial, address, firmware=firmware)
        return answer

    async def _answered(self, call: Callable[[], str], serial: str) -> Response:
        """Return what a use case answers; whatever it raises, the device is to keep its punches and come again."""
        try:
            async with self._free:
                return PlainTextResponse(await run_in_threadpool(call))
        except DevicePushOffError:
            return error_response(HTTPStatus.NOT_FOUND, "not_found", "There is nothing at this address.")
        except UnknownDeviceError as error:
            return _refusal(HTTPStatus.FORBIDDEN, error.sentence)
        except TooManyUploadsError as error:
            return _refusal(HTTPStatus.TOO_MANY_REQUESTS, error.sentence)
        except UploadTooLargeError as error:
            return _refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, error.sentence)
        except ConfigurationError as error:
            return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, error.sentence)
        except Exception:
            # Whatever it is, a full disk or a file that is held, nothing was acknowledged and the device tries again.
            logger.exception("a call of the device %s could not be answered", serial[:40])
            return _refusal(HTTPStatus.SERVICE_UNAVAILABLE, "Not stored. Send it again later.")


def _options(greeting: Greeting, serial: str) -> str:
    """Return the options with which a device is to push; it is called as it calls itself.

    Only attendance is asked for (TransFlag), at once (Realtime). The stamp is the device's own word for how far it has
    come; one that never told any uploads all it holds, which does no harm: what came before is counted and ignored.
    """
    stamp = greeting.stamp or "0"
    options = {
        "Stamp": stamp,
        "ATTLOGStamp": stamp,
        "OpStamp": "9999",
        "OPERLOGStamp": "9999",
        "ATTPHOTOStamp": "None",
        "ErrorDelay": str(_RETRY_SECONDS),
        "Delay": str(_POLL_SECONDS),
        "TransTimes": "00:00;14:05",
        "TransInterval": "1",
        "TransFlag": "TransData AttLog",
        "TimeZone": greeting.time_zone,
        "Realtime": "1",
        "Encrypt": "None",
    }
    lines = [f"GET OPTION FROM: {serial.strip()}", *(f"{name}={value}" for name, value in options.items())]
    return "\n".join(lines) + "\n"


def _caller(request: Request) -> tuple[str, str]:
    """Return the serial number a device gives, empty for none or several, and the address it calls from."""
    given = [value for name, value in request.query_params.multi_items() if name.upper() == "SN"]
    return given[0] if len(given) == 1 else "", request.client.host if request.client else ""


def _firmware(body: bytes) -> str:
    """Return the firmware out of a device's own options, written as `name=value` with commas between."""
    for part in body.decode("utf-8", "replace").replace("\n", ",").split(","):
        name, _, value = part.partition("=")
        if name.strip().lstrip("~").lower() in {"fwversion", "firmver"}:
            return value.strip()
    return ""


def _refusal(status: HTTPStatus, sentence: str) -> Response:
    headers = {"Retry-After": str(_RETRY_SECONDS)} if status >= HTTPStatus.TOO_MANY_REQUESTS else None
    return PlainTextResponse(f"ERROR: {sentence}\n", status_code=status, headers=headers)
