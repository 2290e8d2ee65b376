"""The settings of a sign-in as the form holds them: what belongs to which kind, what is missing, what is wrong."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import ValidationError

from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import OAUTH_TOKENS, SECRET_OF, AuthType, Grant
from hub_desktop.ui.setting_values import ABSENT, problems_of, value_at

BLOCKS_OF: dict[AuthType, frozenset[str]] = {
    AuthType.API_KEY: frozenset({"apiKeyIn"}),
    AuthType.BEARER: frozenset({"bearerPrefix"}),
    AuthType.BASIC: frozenset({"username"}),
    AuthType.OAUTH: frozenset({"oauth", "username"}),
    AuthType.OAUTH1: frozenset({"oauth1"}),
    AuthType.SESSION: frozenset({"session", "username"}),
    AuthType.NONE: frozenset(),
}
"""Which settings of an integration belong to each kind of sign-in, by their JSON names."""

SIGN_IN_BLOCKS: frozenset[str] = frozenset().union(*BLOCKS_OF.values())

_REQUIRED: dict[AuthType, tuple[tuple[str, str], ...]] = {
    AuthType.API_KEY: (),
    AuthType.OAUTH: (
        ("oauth.tokenUrl", "Type the address where tokens are issued, such as https://lms.college.edu/token."),
    ),
    AuthType.OAUTH1: (("oauth1.consumerKey", "Type the consumer key that the vendor gave you."),),
    AuthType.SESSION: (("session.path", "Type the path of the sign-in below the address, such as /login."),),
}
_OF_GRANT: dict[str, tuple[str, str]] = {
    Grant.AUTHORIZATION_CODE: ("oauth.authorizeUrl", "Type the address of the page where a person signs in."),
    Grant.DEVICE_CODE: ("oauth.deviceUrl", "Type the address that gives the code to type on another device."),
}
_WORDS: dict[AuthType, str] = {AuthType.API_KEY: "API key", AuthType.BEARER: "token"}
_SECRET_WORDS = {
    "password": "password",
    "clientSecret": "client secret",
    "consumerSecret": "consumer secret",
    "tokenSecret": "token secret",
}


def sign_in_problems(auth_type: AuthType, sign_in: Mapping[str, Any]) -> dict[str, str]:
    """Return what is wrong with the settings of the chosen sign-in, by their JSON paths."""
    required = [*_REQUIRED.get(auth_type, ())]
    if auth_type is AuthType.OAUTH and (of_grant := _OF_GRANT.get(str(value_at(sign_in, "oauth.grant")))):
        required.append(of_grant)
    found = {path: sentence for path, sentence in required if value_at(sign_in, path) in {ABSENT, ""}}
    if auth_type is AuthType.API_KEY and value_at(sign_in, "apiKeyIn.name") == "":
        found["apiKeyIn.name"] = "Type the name under which the key is sent, such as X-API-Key."
    try:
        _integration(auth_type, sign_in)
    except ValidationError as error:
        for path, sentence in problems_of(error).items():
            # What is missing is said above, in the words of its own field.
            if not any(known == path or known.startswith(f"{path}.") for known in found):
                found[path or "authType"] = sentence
    return found


def needed_secrets(auth_type: AuthType, sign_in: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the secrets that a person types for this sign-in, as far as its settings tell by now."""
    try:
        names = _integration(auth_type, sign_in).sign_in_secrets()
    except ValidationError:
        first = SECRET_OF.get(auth_type)
        names = (first,) if first is not None and value_at(sign_in, "oauth.clientAuth") != "none" else ()
    return tuple(name for name in names if name != OAUTH_TOKENS)


def missing_secrets(auth_type: AuthType, sign_in: Mapping[str, Any], have: Collection[str]) -> dict[str, str]:
    """Return a sentence for each secret that the sign-in needs and nobody has given."""
    return {
        name: f"Type the {_SECRET_WORDS.get(name) or _WORDS[auth_type]}, or switch the integration off until you have "
        "it."
        for name in needed_secrets(auth_type, sign_in)
        if name not in have
    }


def is_interactive(auth_type: AuthType, sign_in: Mapping[str, Any]) -> bool:
    """Tell whether a person signs in once, after the integration was saved."""
    return auth_type is AuthType.OAUTH and str(value_at(sign_in, "oauth.grant")) in _OF_GRANT


def _integration(auth_type: AuthType, sign_in: Mapping[str, Any]) -> Integration:
    """Return an integration that has nothing but this sign-in; raise pydantic's ValidationError."""
    plain = {"name": "-", "baseUrl": "https://sign.in", "authType": str(auth_type)}
    own = {AuthType.OAUTH: "oauth", AuthType.OAUTH1: "oauth1", AuthType.SESSION: "session"}.get(auth_type)
    # Begun, so that what is missing is named by its place in it.
    begun: dict[str, Any] = {own: {}} if own is not None else {}
    return Integration.model_validate(plain | begun | dict(sign_in))
