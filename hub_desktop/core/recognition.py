"""What a configuration of a well-known system says otherwise than its catalog template, found without any network."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct

from hub_desktop.core.catalog import Advice, Template, filled
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Integration
from hub_desktop.core.offers import Offer, patch_between
from hub_desktop.core.sign_in import AUTH_LABELS, SECRET_OF, AuthType
from hub_desktop.core.words import count, listed

_KEPT = ("name", "type", "syncInterval", "enabled")
_SIGN_IN = ("authType", "apiKeyIn", "bearerPrefix", "username", "oauth", "oauth1", "session")


class Finding(Struct, frozen=True):
    """One thing that has to change, and the offer to change it."""

    about: str
    """One or two words: sign-in, parameters, or the name of an endpoint."""
    sentence: str
    """What the system wants and what stands there instead, naming both exactly."""
    offer: Offer | None = None


class Recognised(Struct, frozen=True):
    """A system that was recognised in a configuration, and what has to change there."""

    template: Template
    findings: tuple[Finding, ...]
    settings: Offer | None
    """Takes over endpoints and sign-in of the template; None where nothing has to change or a blank is unknown."""


def recognised(config: Integration, templates: Sequence[Template]) -> Recognised | None:
    """Return the system of the catalog that a configuration speaks of, with all that has to change, or None."""
    template = _template_of(config, templates)
    if template is None:
        return None
    wanted, complete = _as_wanted(config, template)
    if wanted is None:
        return Recognised(template, (), None)
    findings = [
        *_sign_in_findings(config, wanted, template, complete=complete),
        *_shared_parameter_findings(config, wanted, template),
        *_endpoint_findings(config, wanted, template),
    ]
    settings = _settings_offer(config, wanted, template) if findings and complete else None
    return Recognised(template, tuple(findings), settings)


def _template_of(config: Integration, templates: Sequence[Template]) -> Template | None:
    """Return the template whose sign stands in an address of the configuration; of several, the longest sign wins."""
    written = [config.base_url.lower(), *(config.base_url.lower() + e.path.lower() for e in config.endpoints.values())]
    known = [
        template
        for template in templates
        if (sign := template.recognise.path.lower()) and any(sign in address for address in written)
    ]
    return max(known, key=lambda template: len(template.recognise.path), default=None)


def _as_wanted(config: Integration, template: Template) -> tuple[Integration | None, bool]:
    """Return the template's integration at this address, and whether every blank of it could be filled truly."""
    values: dict[str, str] = {}
    complete, site = True, _site_of(config, template)
    for blank in template.blanks:
        if blank.kind == "address" and site not in values.values():
            values[blank.name] = site
        elif blank.kind != "secret" and not blank.default:
            # Something stands there for the comparison, but is never offered.
            values[blank.name] = blank.example or blank.name
            complete = False
    try:
        return filled(template, values, name=config.name).integration, complete
    except ConfigurationError:
        return None, False


def _site_of(config: Integration, template: Template) -> str:
    """Return the part of the base URL that a template's blank for the address stands for.

    That is what comes before the template's own path, or before the sign by which the system is recognised.
    """
    base = config.base_url
    parts = urlsplit(base)
    path_begins = len(parts.scheme) + 3 + len(parts.netloc)
    own = re.sub(r"\[\[\w+\]\]", "", str(template.integration.get("baseUrl", ""))).rstrip("/")
    if own.startswith("/") and base[path_begins:].lower().endswith(own.lower()):
        return base[: -len(own)]
    found = f"{base}/".lower().find(template.recognise.path.lower(), path_begins)
    return base[:found].rstrip("/") if found >= 0 else base


# -- signing in --------------------------------------------------------------------------------------------------


def _sign_in_findings(config: Integration, wanted: Integration, template: Template, *, complete: bool) -> list[Finding]:
    if _sign_in_of(config) == _sign_in_of(wanted):
        return []
    ours, theirs = config.auth_type, wanted.auth_type
    name = template.name
    if SECRET_OF.get(ours) == SECRET_OF.get(theirs) == "apiKey":
        sentence = f"{name} takes the key {_place(wanted)}, but it is sent {_place(config)}."
        label = f"Send the key {_place(wanted, short=True)}"
        reason = f"{name} looks for the key only there."
        return [Finding("sign-in", sentence, Offer(label, reason, _sign_in_patch(config, wanted)))]
    sentence = (
        f"{name} is signed in to with “{AUTH_LABELS[theirs]}”, but “{AUTH_LABELS[ours]}” is chosen. What it asks for "
        "has to be entered afterwards."
    )
    if ours is theirs:
        # The same kind with other addresses or names, which a person may well have had reasons for.
        return []
    offer = Offer(
        f"Sign in with “{AUTH_LABELS[theirs]}”", f"{name} knows no other way.", _sign_in_patch(config, wanted)
    )
    return [Finding("sign-in", sentence, offer if complete else None)]


def _sign_in_of(config: Integration) -> tuple[Any, ...]:
    match config.auth_type:
        case AuthType.API_KEY:
            placement = config.api_key_in
            name = placement.name.lower() if placement.place == "header" else placement.name
            return "apiKey", placement.place, name, placement.prefix.strip().lower()
        case AuthType.BEARER:
            # The same request, however it is called.
            return "apiKey", "header", "authorization", config.bearer_prefix.strip().lower()
        case other:
            return (other,)


def _place(config: Integration, *, short: bool = False) -> str:
    if config.auth_type is AuthType.BEARER:
        prefix = f" after “{config.bearer_prefix}”" if config.bearer_prefix else ""
        return f"in the header “Authorization”{prefix}"
    placement = config.api_key_in
    if placement.place == "query":
        return f"as “{placement.name}”" if short else f"as the parameter “{placement.name}” of the address"
    value = placement.prefix.strip()
    after = f" after “{value}”" if value else ""
    if placement.place == "cookie":
        return f"in the cookie “{placement.name}”{after}"
    return f"in the header “{placement.name}”{after}"


def _sign_in_patch(config: Integration, wanted: Integration) -> dict[str, Any]:
    ours, theirs = config.to_json(), wanted.to_json()
    before = {key: ours[key] for key in _SIGN_IN if key in ours}
    after = {key: theirs[key] for key in _SIGN_IN if key in theirs}
    if "username" in before:
        after.setdefault("username", before["username"])
    return dict(patch_between(before, after))


# -- parameters --------------------------------------------------------------------------------------------------


def _shared_parameter_findings(config: Integration, wanted: Integration, template: Template) -> list[Finding]:
    findings: list[Finding] = []
    for name, value in _shared_parameters(wanted).items():
        lacking = [e for e in _tried(config) if name not in _parameters(config, e)]
        differing = [e for e in _tried(config) if _parameters(config, e).get(name, value) != value]
        if not lacking and not differing:
            continue
        said: list[str] = []
        if lacking:
            said.append(f"{listed(lacking)} {'lack' if len(lacking) > 1 else 'lacks'} it")
        said += [f"{e} says “{_parameters(config, e)[name]}”" for e in differing]
        changes: dict[str, Any] = {"params": {name: value}} if lacking else {}
        if differing:
            # What an endpoint says itself wins over what is said for all.
            changes["endpoints"] = {e: {"params": {name: value}} for e in differing}
        asked = (
            f"{template.name} needs “{name}={value}” with every request"
            if name in wanted.params
            else f"The catalog sends “{name}={value}” with every request to {template.name}"
        )
        findings.append(
            Finding(
                "parameters",
                f"{asked}; {listed(said)}.",
                Offer(f"Add {name}={value}", f"Without it {template.name} answers in another form.", changes),
            )
        )
    return findings


def _shared_parameters(wanted: Integration) -> dict[str, str]:
    """Return the parameters with which every endpoint of the template is asked."""
    shared = dict(wanted.params)
    every = [_parameters(wanted, name) for name in wanted.endpoints]
    if len(every) > 1:
        shared |= {
            name: value
            for name, value in every[0].items()
            if "{" not in value and all(other.get(name) == value for other in every[1:])
        }
    return shared


def _parameters(config: Integration, endpoint: str) -> dict[str, str]:
    """Return the query parameters of an endpoint, wherever they are written; those nearest to it win."""
    asked = config.endpoints[endpoint]
    return config.params | dict(parse_qsl(asked.path.partition("?")[2], keep_blank_values=True)) | asked.params


# -- endpoints ---------------------------------------------------------------------------------------------------


def _endpoint_findings(config: Integration, wanted: Integration, template: Template) -> list[Finding]:
    findings: list[Finding] = []
    for name in _tried(config):
        twin = _twin(config, wanted, name)
        if twin is not None and _is_as_wanted(config, wanted, name, twin):
            continue
        advice = _advice_on(config, name, template)
        if advice is not None:
            findings.append(_advised(config, wanted, template, name, advice))
            continue
        lacking = _lacking(config, wanted, name, twin) if twin is not None else {}
        if lacking and twin is not None:
            changes: dict[str, Any] = {"params": lacking}
            if wanted.endpoints[twin].records_path and not config.endpoints[name].records_path:
                changes["recordsPath"] = wanted.endpoints[twin].records_path
            written = listed([f"“{key}={value}”" for key, value in lacking.items()])
            findings.append(
                Finding(
                    name,
                    f"{template.name} needs {written} with the request for {name}.",
                    Offer(
                        f"Add {listed(list(lacking))} to {name}",
                        f"The catalog asks {template.name} for the same with "
                        f"{'this parameter' if len(lacking) == 1 else 'these parameters'}.",
                        {"endpoints": {name: changes}},
                    ),
                )
            )
    return findings


def _advice_on(config: Integration, name: str, template: Template) -> Advice | None:
    endpoint = config.endpoints[name]
    said = [config.base_url + endpoint.path, *endpoint.params, *endpoint.params.values()]
    text = " ".join([*said, *(endpoint.form or {}).values()]).lower()
    return next((advice for advice in template.recognise.advice if advice.text.lower() in text), None)


def _advised(config: Integration, wanted: Integration, template: Template, name: str, advice: Advice) -> Finding:
    sentence = f"{name}: {advice.say}"
    if advice.text.lower() not in sentence.lower():
        sentence = f"{name}: {advice.say} (This is about “{advice.text}”.)"
    # The same words may stand in several endpoints, of which each gets the one for its own kind of data.
    likely = (advice.instead, _twin(config, wanted, name), name)
    kind = config.data_type_of(name)
    instead = next((one for one in likely if one in wanted.endpoints and wanted.data_type_of(one) == kind), None)
    changes = _replacement(config, wanted, name, instead) if instead is not None else None
    if changes is None:
        return Finding(name, sentence)
    reason = f"The catalog reads “{instead}” of {template.name} in this way."
    return Finding(name, sentence, Offer(f"Read {name} as the catalog does", reason, changes))


def _is_as_wanted(config: Integration, wanted: Integration, name: str, twin: str) -> bool:
    """Tell whether an endpoint says something to all that the template's does, though it may say something else."""
    ours, theirs = config.endpoints[name], wanted.endpoints[twin]
    told = ("records_path", "unfold", "filter", "for_each", "mappings", "incremental")
    return not _lacking(config, wanted, name, twin) and all(
        bool(getattr(ours, part)) >= bool(getattr(theirs, part)) for part in told
    )


def _lacking(config: Integration, wanted: Integration, name: str, twin: str) -> dict[str, str]:
    """Return the parameters that the template has for the same call and this endpoint has not."""
    ours, shared = _parameters(config, name), _shared_parameters(wanted)
    return {
        key: value
        for key, value in _parameters(wanted, twin).items()
        if key not in ours and key not in shared and "{" not in value
    }


def _twin(config: Integration, wanted: Integration, name: str) -> str | None:
    """Return the endpoint of the template that asks for the same as this one.

    That is one of the same address, whose parameters do not differ where both have one; where several have the address,
    they must have a parameter in common.
    """
    ours, shared = _parameters(config, name), _shared_parameters(wanted)
    neighbours = [other for other in wanted.endpoints if _address(wanted, other) == _address(config, name)]
    for other in sorted(neighbours, key=lambda candidate: candidate != name):
        theirs = {key: value for key, value in _parameters(wanted, other).items() if key not in shared}
        common = ours.keys() & theirs.keys()
        if all(ours[key] == theirs[key] for key in common) and (common or not theirs or len(neighbours) == 1):
            return other
    return None


def _address(config: Integration, endpoint: str) -> str:
    return (config.base_url + config.endpoints[endpoint].path.partition("?")[0]).rstrip("/")


def _replacement(config: Integration, wanted: Integration, name: str, instead: str) -> dict[str, Any] | None:
    """Return the changes that put an endpoint of the template, with its parents, in the place of `name`.

    None where its path does not lie below the configuration's base URL.
    """
    ours = config.to_json()["endpoints"]
    changed: dict[str, Any] = {}
    place, source = name, instead
    while True:
        made = _moved(config, wanted, source)
        if made is None:
            return None
        data_type = wanted.data_type_of(source)
        made.pop("dataType", None)
        if place != data_type:
            made["dataType"] = data_type
        parent = wanted.parent_of(source)
        if parent is not None:
            held = _held_as(config, wanted, parent, but=name)
            place_of_parent = held or _free_name(config, parent)
            made["forEach"] = {**made["forEach"], "endpoint": place_of_parent}
        changed[place] = patch_between(ours[place], made) if place in ours else made
        if parent is None or held:
            return {"endpoints": changed}
        place, source = place_of_parent, parent


def _moved(config: Integration, wanted: Integration, endpoint: str) -> dict[str, Any] | None:
    """Return the JSON of a template's endpoint with its path below the configuration's base URL."""
    written = wanted.to_json()["endpoints"][endpoint]
    made: dict[str, Any] = {"path": written} if isinstance(written, str) else dict(written)
    whole = wanted.base_url + str(made["path"])
    if not whole.startswith(config.base_url) or whole[len(config.base_url) :][:1] not in {"/", "?"}:
        return None
    made["path"] = whole[len(config.base_url) :]
    return made


def _held_as(config: Integration, wanted: Integration, parent: str, *, but: str) -> str | None:
    """Return the endpoint of the configuration that asks for the same as a parent of the template."""
    for name in sorted(_tried(config), key=lambda candidate: candidate != parent):
        if name != but and _twin(config, wanted, name) == parent:
            return name
    return None


def _free_name(config: Integration, wish: str) -> str:
    names = [wish, *(f"{wish} {number}" for number in range(2, 100))]
    return next(name for name in names if name not in config.endpoints)


def _tried(config: Integration) -> list[str]:
    return [name for name, endpoint in config.endpoints.items() if endpoint.enabled]


# -- the whole ---------------------------------------------------------------------------------------------------


def _settings_offer(config: Integration, wanted: Integration, template: Template) -> Offer:
    ours, theirs = config.to_json(), wanted.to_json()
    after = theirs | {key: ours[key] for key in _KEPT if key in ours}
    if "username" in ours:
        after.setdefault("username", ours["username"])
    if "headers" in ours:
        after["headers"] = {**theirs.get("headers", {}), **ours["headers"]}
    if isinstance(ours.get("oauth"), Mapping) and isinstance(theirs.get("oauth"), Mapping):
        known = {key: ours["oauth"][key] for key in ("clientId", "scope") if key in ours["oauth"]}
        after["oauth"] = {**theirs["oauth"], **known}
    return Offer(
        f"Use the settings of the catalog for {template.name}",
        f"It has {count(len(wanted.endpoints), 'endpoint')} for {template.name}: {listed(list(wanted.endpoints))}. "
        "Name, key and interval stay as they are; your own endpoints are replaced.",
        patch_between(ours, after),
    )
