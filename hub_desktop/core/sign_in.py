"""The ways of signing in to an upstream, as they are configured; the secrets themselves lie in the vault."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.configured import Configured
from hub_desktop.core.templates import names_in
from hub_desktop.core.wire_rules import check_address, check_header, check_path
from hub_desktop.core.words import did_you_mean


class AuthType(StrEnum):
    """How an upstream is signed in to."""

    API_KEY = "api-key"
    BEARER = "bearer"
    BASIC = "basic"
    OAUTH = "oauth"
    OAUTH1 = "oauth1"
    SESSION = "session"
    NONE = "none"


AUTH_LABELS: dict[AuthType, str] = {
    AuthType.API_KEY: "API key",
    AuthType.BEARER: "Bearer token",
    AuthType.BASIC: "User name and password",
    AuthType.OAUTH: "OAuth 2.0",
    AuthType.OAUTH1: "OAuth 1.0a (signed requests)",
    AuthType.SESSION: "Sign-in page that gives a token",
    AuthType.NONE: "No sign-in",
}


class Grant(StrEnum):
    """How an OAuth 2.0 token is come by."""

    CLIENT_CREDENTIALS = "client-credentials"
    AUTHORIZATION_CODE = "authorization-code"
    DEVICE_CODE = "device-code"
    PASSWORD = "password"  # noqa: S105 - the name of a grant (RFC 6749, section 4.3)


GRANT_LABELS: dict[Grant, str] = {
    Grant.CLIENT_CREDENTIALS: "Client ID and secret only",
    Grant.AUTHORIZATION_CODE: "A person signs in with the browser",
    Grant.DEVICE_CODE: "A person types a code on another device",
    Grant.PASSWORD: "User name and password (only where nothing else is offered)",
}

INTERACTIVE_GRANTS = frozenset({Grant.AUTHORIZATION_CODE, Grant.DEVICE_CODE})
"""Those for which a person signs in once, and the tokens are kept."""

_OAUTH_PARAMETERS = frozenset(
    {
        "grant_type",
        "response_type",
        "client_id",
        "client_secret",
        "code",
        "code_verifier",
        "code_challenge",
        "code_challenge_method",
        "device_code",
        "password",
        "redirect_uri",
        "refresh_token",
        "scope",
        "state",
        "username",
    }
)

OAUTH_TOKENS = "oauthTokens"
"""The secret under which the tokens of an interactive sign-in are kept; it is never typed, imported or exported."""

SECRET_LABELS: dict[str, str] = {
    "apiKey": "API key or token",
    "password": "Password",
    "clientSecret": "Client secret",
    "consumerSecret": "Consumer secret",
    "tokenSecret": "Token secret",
    "webhookSecret": "Webhook secret",
}
"""The secret fields, by their JSON names."""

SECRET_OF: dict[AuthType, str] = {
    AuthType.API_KEY: "apiKey",
    AuthType.BEARER: "apiKey",
    AuthType.BASIC: "password",
    AuthType.OAUTH: "clientSecret",
    AuthType.OAUTH1: "consumerSecret",
    AuthType.SESSION: "password",
}
"""The first secret that each way of signing in asks for; a sign-in may need others besides, or none."""


class ApiKeyPlacement(Configured):
    """Where an API key travels: header, query parameter or cookie, its name, and a prefix before the key."""

    place: Literal["header", "query", "cookie"] = "header"
    """Where the key stands in a request."""
    name: Annotated[str, Field(min_length=1, max_length=100)] = "X-API-Key"
    """The name of the header, parameter or cookie."""
    prefix: Annotated[str, Field(max_length=40)] = ""
    """What stands before the key, such as token."""

    @model_validator(mode="after")
    def _name_fits_place(self) -> Self:
        if self.place == "header":
            check_header(self.name, self.prefix)
        elif self.place == "cookie":
            # RFC 6265: the name of a cookie is a token, as that of a header is.
            check_header(self.name.replace("host", "h"), self.prefix)
        return self


class OAuthSettings(Configured):
    """OAuth 2.0 (RFC 6749): how a token is come by, where, and for what."""

    grant: Grant = Grant.CLIENT_CREDENTIALS
    """How a token is come by."""
    token_url: str
    """The address where tokens are issued."""
    authorize_url: str = ""
    """For authorization-code: the page where a person signs in."""
    device_url: str = ""
    """For device-code (RFC 8628): the address that gives the code."""
    issuer: str = ""
    """Where given, the `iss` of the authorization answer must be this one (RFC 9207)."""
    client_id: Annotated[str, Field(max_length=500)] = ""
    """What the upstream calls this program."""
    scope: Annotated[str, Field(max_length=2000)] = ""
    """What is asked for, words with blanks between them."""
    client_auth: Literal["basic", "body", "none"] = "basic"
    """Whether client id and secret travel as HTTP Basic or in the form body; `none`: a public client without secret."""
    redirect_port: Annotated[int, Field(ge=1024, le=65535)] | None = None
    """For authorization-code: the loopback port the upstream was told of; None: any that is free (RFC 8252)."""
    extra: dict[str, str] = Field(default_factory=dict, max_length=20)
    """Further parameters of the authorization and token requests, such as `access_type` or `audience`."""

    @field_validator("extra")
    @classmethod
    def _not_ours(cls, value: dict[str, str]) -> dict[str, str]:
        for name in value:
            if name.lower() in _OAUTH_PARAMETERS:
                raise ValueError(f'“{name}” is sent by the program itself; leave it out of "extra"')
        return value

    @field_validator("token_url")
    @classmethod
    def _address(cls, value: str) -> str:
        return check_address(value)

    @field_validator("authorize_url", "device_url")
    @classmethod
    def _other_address(cls, value: str) -> str:
        return check_address(value) if value else value

    @model_validator(mode="after")
    def _grant_has_its_address(self) -> Self:
        if self.grant is Grant.AUTHORIZATION_CODE and not self.authorize_url:
            raise ValueError('authorization-code needs the page where a person signs in: add "authorizeUrl"')
        if self.grant is Grant.DEVICE_CODE and not self.device_url:
            raise ValueError('device-code needs the address that gives the code: add "deviceUrl"')
        return self

    @property
    def interactive(self) -> bool:
        """Whether a person signs in once and the tokens are kept."""
        return self.grant in INTERACTIVE_GRANTS


class OAuth1Settings(Configured):
    """OAuth 1.0a (RFC 5849): every request is signed with the consumer's and the token's secret."""

    consumer_key: Annotated[str, Field(min_length=1, max_length=500)]
    """What the upstream calls this program."""
    token: Annotated[str, Field(max_length=500)] = ""
    """Empty for two-legged signing, as Schoology and OneRoster 1.1 use it."""
    signature_method: Literal["HMAC-SHA1", "HMAC-SHA256", "PLAINTEXT"] = "HMAC-SHA1"
    """How requests are signed."""
    realm: Annotated[str, Field(max_length=200)] = ""
    """The realm in the Authorization header, where the upstream wants one."""


_PERSON = ("username", "password")


class SessionSettings(Configured):
    """A sign-in request that answers with a token, or sets cookies, for the requests after it."""

    path: Annotated[str, Field(min_length=1, max_length=2000)]
    """Below the base URL, such as /jwt-api-token-auth/."""
    method: Literal["POST", "GET"] = "POST"
    """The method of the sign-in request."""
    form: dict[str, str] | None = None
    """Fields of a form body, or of the query where the method is GET; {username} and {password} are filled in."""
    json_body: Any = Field(default=None, alias="json")
    """A JSON body instead; {username} and {password} are filled in."""
    headers: dict[str, str] = Field(default_factory=dict, max_length=20)
    """Sent with the sign-in request only; {username} and {password} are filled in."""
    token_path: Annotated[str, Field(max_length=300)] = ""
    """Where the token lies in the answer; empty: the cookies it sets are the session."""
    header: Annotated[str, Field(min_length=1, max_length=100)] = "Authorization"
    """The header in which the token travels afterwards."""
    value: Annotated[str, Field(min_length=1, max_length=200)] = "Bearer {token}"
    """What stands in that header; {token} is filled in."""
    lifetime: Annotated[int, Field(ge=1, le=60 * 24 * 31)] | None = None
    """Minutes after which the session is made anew; None: until it is refused."""

    @field_validator("path")
    @classmethod
    def _relative(cls, value: str) -> str:
        return check_path(value)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.form is not None and self.json_body is not None:
            raise ValueError("a sign-in request has a form or a JSON body, not both")
        if self.method == "GET" and self.json_body is not None:
            raise ValueError("a GET request has no body; write its fields as form, and they go into the query")
        for name, text in self.headers.items():
            check_header(name, text)
        check_header(self.header, self.value)
        for written in (self.form, self.json_body, self.headers):
            for name in sorted(names_in(written) - set(_PERSON)):
                raise ValueError(
                    f"nothing is known as {{{name}}} while signing in.{did_you_mean(name, _PERSON)} Known are "
                    "{username} and {password}; a brace itself is written twice"
                )
        for name in sorted(names_in(self.value) - {"token"}):
            raise ValueError(f'nothing is known as {{{name}}} in "value", which knows {{token}}')
        if self.token_path and "token" not in names_in(self.value):
            raise ValueError('"value" says where the token stands in the header, as in “Bearer {token}”')
        return self

    def body(self) -> tuple[dict[str, str] | None, Any]:
        """Return the form and the JSON body; where neither is written, the usual JSON with user name and password."""
        if self.form is None and self.json_body is None and self.method == "POST":
            return None, {"username": "{username}", "password": "{password}"}
        return self.form, self.json_body
