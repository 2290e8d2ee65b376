"""Any integration that the configuration can express, for hypothesis."""

from typing import Any

from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Integration, read_integration

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_WORD = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,8}", fullmatch=True)
_PATH = st.from_regex(r"/[a-z0-9/]{0,12}", fullmatch=True)
_ADDRESS = st.sampled_from(
    ["https://erp.college.edu/api", "http://192.168.1.4:8080", "https://login.example.com/token"]
)
_PAIRS = st.dictionaries(_WORD, _TEXT, max_size=3)
_EXPRESSION = st.sampled_from(["", "data.items", "@odata.nextLink", "items[?status=='active']", "a.b[0]"])
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORD, inner, max_size=3),
    max_leaves=5,
)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


_PAGINATION = _some(
    style=st.sampled_from(["auto", "none", "page", "offset", "cursor", "next", "link"]),
    pageParam=_WORD,
    offsetParam=_WORD,
    sizeParam=_WORD,
    cursorParam=_WORD,
    pageSize=st.integers(1, 10_000),
    firstPage=st.integers(0, 1),
    cursorPath=_EXPRESSION,
    cursorHeader=_WORD,
    nextPath=_EXPRESSION,
    totalPath=_EXPRESSION,
    morePath=_EXPRESSION,
    maxPages=st.integers(1, 100_000),
)
_INCREMENTAL = _some(
    field=_WORD,
    param=_WORD,
    endParam=_WORD,
    format=st.sampled_from(["iso", "date", "epoch", "epoch-ms", "number", "text", "%d/%m/%Y"]),
    lookBack=st.integers(0, 1000),
    first=st.sampled_from(["", "2024-06-01", "90 days"]),
    order=st.sampled_from(["ascending", "any"]),
    sliceDays=st.integers(1, 366),
)
_FOR_EACH = st.one_of(
    st.fixed_dictionaries(
        {"endpoint": st.sampled_from(["students", "first, second"])},
        optional={
            "filter": _EXPRESSION,
            "include": st.lists(_TEXT, max_size=2),
            "parallel": st.integers(1, 8),
        },
    ),
    st.fixed_dictionaries({"values": st.lists(_TEXT, min_size=1, max_size=3)}),
)
_ERROR_RULE = st.fixed_dictionaries(
    {"then": st.sampled_from(["fail", "retry", "ignore", "sign-in", "rate-limited"]), "text": _WORD},
    optional={
        "status": st.lists(st.integers(100, 599), max_size=2),
        "path": _EXPRESSION,
        "say": _TEXT,
    },
)
_MAPPING = st.fixed_dictionaries(
    {"from": _WORD, "to": st.sampled_from(["name", "email", "phone"])},
    optional={"transformations": st.lists(st.sampled_from(["trim", {"prefix": "CS"}]), max_size=2)},
)
_SCHEDULE = _some(
    times=st.lists(st.sampled_from(["07:30", "13:00", "22:30"]), max_size=3),
    days=st.lists(st.sampled_from(["monday", "friday", "sunday"]), max_size=3, unique=True),
    quietHours=st.lists(
        st.sampled_from(
            [{"from": "22:00", "to": "06:00"}, {"from": "13:00", "to": "00:00", "days": ["saturday", "sunday"]}]
        ),
        max_size=2,
    ),
    notOnHolidays=st.booleans(),
)
_ENDPOINT = st.one_of(
    _PATH,
    st.fixed_dictionaries(
        {"path": _PATH},
        optional={
            "dataType": st.sampled_from(list(DATA_TYPES)),
            "key": st.lists(_TEXT, min_size=1, max_size=3),
            "method": st.just("POST"),
            "params": _PAIRS,
            "headers": _PAIRS,
            "form": _PAIRS,
            "json": _JSON,
            "recordsPath": _EXPRESSION,
            "unfold": _EXPRESSION,
            "filter": _EXPRESSION,
            "pagination": _PAGINATION,
            "incremental": _INCREMENTAL,
            "forEach": _FOR_EACH,
            "errorRules": st.lists(_ERROR_RULE, max_size=2),
            "completeList": st.booleans(),
            "mappings": st.lists(_MAPPING, max_size=2, unique_by=lambda one: one["to"]),
            "syncInterval": st.integers(5, 44_640),
            "schedule": _SCHEDULE,
            "maxMinutes": st.integers(1, 1440),
            "enabled": st.booleans(),
        },
    ),
)
_OAUTH = st.fixed_dictionaries(
    {"tokenUrl": _ADDRESS},
    optional={
        "grant": st.sampled_from(["client-credentials", "authorization-code", "device-code", "password"]),
        "authorizeUrl": _ADDRESS,
        "deviceUrl": _ADDRESS,
        "issuer": _TEXT,
        "clientId": _TEXT,
        "scope": _TEXT,
        "clientAuth": st.sampled_from(["basic", "body", "none"]),
        "redirectPort": st.integers(1024, 65535),
        "extra": _PAIRS,
    },
)
_OAUTH1 = st.fixed_dictionaries(
    {"consumerKey": _WORD},
    optional={
        "token": _TEXT,
        "signatureMethod": st.sampled_from(["HMAC-SHA1", "HMAC-SHA256", "PLAINTEXT"]),
        "realm": _TEXT,
    },
)
_SESSION = st.fixed_dictionaries(
    {"path": _PATH},
    optional={
        "method": st.sampled_from(["POST", "GET"]),
        "form": _PAIRS,
        "json": _JSON,
        "headers": _PAIRS,
        "tokenPath": _WORD,
        "header": _WORD,
        "value": st.sampled_from(["JWT {token}", "{token}"]),
        "lifetime": st.integers(1, 44_640),
    },
)
_INTEGRATION = st.fixed_dictionaries(
    {
        "name": _WORD,
        "baseUrl": _ADDRESS,
        "authType": st.sampled_from(["api-key", "bearer", "basic", "oauth", "oauth1", "session", "none"]),
        "oauth": _OAUTH,
        "oauth1": _OAUTH1,
        "session": _SESSION,
        "endpoints": st.dictionaries(
            st.sampled_from([*DATA_TYPES, "hostel", "first, second"]), _ENDPOINT, min_size=1, max_size=4
        ),
    },
    optional={
        "type": st.sampled_from(["lms", "hostel"]),
        "apiKeyIn": _some(place=st.sampled_from(["header", "query", "cookie"]), name=_WORD, prefix=_TEXT),
        "bearerPrefix": _TEXT,
        "username": _TEXT,
        "headers": _PAIRS,
        "params": _PAIRS,
        "maxParallel": st.integers(1, 16),
        "requestsPerMinute": st.integers(1, 6_000),
        "brakes": _some(
            removedPercent=st.integers(0, 100),
            removedAtLeast=st.integers(1, 1_000_000),
            changedPercent=st.integers(1, 100),
        ),
        "template": st.just("moodle@1"),
        "syncInterval": st.integers(5, 44_640),
        "schedule": _SCHEDULE,
        "enabled": st.booleans(),
    },
)


def _read(written: dict[str, Any]) -> Integration | None:
    try:
        return read_integration(written).integration
    except ConfigurationError:
        return None


def _kind(name: str, endpoint: Any) -> str:
    """Return the kind of data that an endpoint brings."""
    written = endpoint.get("dataType") if isinstance(endpoint, dict) else None
    return str(written or (name if name in DATA_TYPES else "custom"))


def _mended(written: dict[str, Any]) -> dict[str, Any]:
    """Make the parts fit together, so that few of them are thrown away."""
    if written["authType"] != "oauth" and len(written["name"]) % 2:
        written = {name: value for name, value in written.items() if name not in {"oauth", "oauth1", "session"}}
        written["authType"] = written["authType"] if written["authType"] in {"api-key", "bearer", "basic"} else "none"
    for name, endpoint in written["endpoints"].items():
        if not isinstance(endpoint, dict):
            continue
        if name not in DATA_TYPES and endpoint.get("dataType", "custom") == "custom":
            endpoint |= {"dataType": "custom", "key": endpoint.get("key") or ["id"]}
        if endpoint.get("method") != "POST":
            endpoint.pop("form", None)
            endpoint.pop("json", None)
        if "form" in endpoint and "json" in endpoint:
            del endpoint["json" if len(endpoint["form"]) % 2 else "form"]
        kinds = [_kind(other, written["endpoints"][other]) for other in written["endpoints"]]
        if kinds.count(_kind(name, endpoint)) > 1:
            endpoint.pop("completeList", None)
        if "endpoint" in endpoint.get("forEach", {}):
            first = next(iter(written["endpoints"]))
            if first == name:
                del endpoint["forEach"]
            else:
                endpoint["forEach"]["endpoint"] = first
    return written


ANY_INTEGRATION: st.SearchStrategy[Integration] = (
    _INTEGRATION.map(_mended).map(_read).filter(lambda one: one is not None)
)  # type: ignore[assignment]
"""Integrations that the model accepts, with every setting in use somewhere."""
