"""The fields of each kind of sign-in, and which of them its settings call for."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hub_desktop.core.sign_in import GRANT_LABELS, AuthType, Grant, OAuthSettings, SessionSettings
from hub_desktop.ui.form_fields import Field, ProblemLabel, SecretEdit
from hub_desktop.ui.setting_fields import (
    FieldGrid,
    SettingField,
    choice_setting,
    json_setting,
    number_setting,
    text_setting,
)
from hub_desktop.ui.setting_values import ABSENT, help_of, value_at
from hub_desktop.ui.sign_in_values import is_interactive
from hub_desktop.ui.spoken import spoken_choices
from hub_desktop.ui.style.tokens import SPACE_M
from hub_desktop.upstream.redirect_listener import PATH


class SignInPage(QWidget):
    """The fields of one kind of sign-in; those that its settings do not call for are out of sight.

    Signals:
        edited(SettingField): a person changed a setting that is no secret.
    """

    edited = Signal(object)

    def __init__(self, auth_type: AuthType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._auth_type = auth_type
        self._fields: list[Field] = []
        self._paths: dict[Field, str] = {}
        self.secrets: dict[str, SecretEdit] = {}
        """The lines for secrets, by their JSON names."""
        self._add_fields()
        self._grid = FieldGrid(self._fields)
        self._note = ProblemLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self._grid)
        layout.addWidget(self._note)

    def fields(self) -> dict[str, Field]:
        """Return the fields that are called for, by their JSON paths."""
        return {path: field for field, path in self._paths.items() if not field.isHidden()}

    def settings(self) -> list[SettingField]:
        """Return all fields that are no secrets."""
        return [field for field in self._fields if isinstance(field, SettingField)]

    def show_settings(self, written: Mapping[str, Any]) -> None:
        """Show the settings of this kind of sign-in."""
        for field in self.settings():
            field.show_setting(written)
        self.settle(written, signed_in=None)

    def settle(self, written: Mapping[str, Any], *, signed_in: bool | None) -> None:
        """Show the fields that these settings call for; `signed_in` is None while nothing is stored yet."""
        self._grid.show_fields([field for field in self._fields if self._wanted(self._paths[field], written)])
        if not is_interactive(self._auth_type, written):
            self._note.show_note("")
        elif signed_in:
            self._note.show_note(self.tr("Somebody is signed in; the sign-in is renewed by itself."))
        else:
            self._note.show_note(self.tr("Nobody is signed in yet. Once this is saved, the sign-in opens by itself."))

    @Slot()
    def on_edited(self) -> None:
        """Pass on which setting a person changed."""
        self.edited.emit(self.sender())

    def _wanted(self, path: str, written: Mapping[str, Any]) -> bool:
        grant = str(value_at(written, "oauth.grant"))
        match self._auth_type, path:
            case AuthType.OAUTH, "oauth.authorizeUrl" | "oauth.redirectPort" | "oauth.issuer":
                return grant == Grant.AUTHORIZATION_CODE
            case AuthType.OAUTH, "oauth.deviceUrl":
                return grant == Grant.DEVICE_CODE
            case AuthType.OAUTH, "username" | "password":
                return grant == Grant.PASSWORD
            case AuthType.OAUTH, "clientSecret":
                return str(value_at(written, "oauth.clientAuth")) != "none"
            case AuthType.OAUTH1, "tokenSecret":
                return value_at(written, "oauth1.token") not in {ABSENT, ""}
        return True

    def _add(self, *fields: SettingField) -> None:
        for field in fields:
            field.edited.connect(self.on_edited)
            self._fields.append(field)
            self._paths[field] = field.path

    def _add_secret(self, label: str, name: str) -> None:
        self.secrets[name] = SecretEdit()
        field = Field(label, self.secrets[name])
        self._fields.append(field)
        self._paths[field] = name

    def _add_fields(self) -> None:
        match self._auth_type:
            case AuthType.API_KEY:
                self._add_api_key()
            case AuthType.BEARER:
                self._add_secret(self.tr("To&ken"), "apiKey")
                self._add(text_setting(self.tr("Word before the token"), "bearerPrefix", default="Bearer"))
            case AuthType.BASIC:
                self._add(text_setting(self.tr("&User name"), "username"))
                self._add_secret(self.tr("Pass&word"), "password")
            case AuthType.OAUTH:
                self._add_oauth()
            case AuthType.OAUTH1:
                self._add_oauth1()
            case AuthType.SESSION:
                self._add_session()

    def _add_api_key(self) -> None:
        places = {
            "header": self.tr("In a header"),
            "query": self.tr("In the address (query parameter)"),
            "cookie": self.tr("In a cookie"),
        }
        self._add_secret(self.tr("API &key"), "apiKey")
        self._add(
            choice_setting(self.tr("Sent"), "apiKeyIn.place", places, "header"),
            text_setting(self.tr("Under the name"), "apiKeyIn.name", default="X-API-Key"),
            text_setting(self.tr("Word before the key (mostly none)"), "apiKeyIn.prefix"),
        )

    def _add_oauth(self) -> None:
        clients = {
            "basic": self.tr("In a header (HTTP Basic)"),
            "body": self.tr("In the body of the request"),
            "none": self.tr("Not at all: there is no client secret"),
        }
        extra = self.tr("Further parameters of the sign-in, such as access_type or audience. Mostly none.")
        self._add(
            choice_setting(self.tr("Token by"), "oauth.grant", spoken_choices(GRANT_LABELS), Grant.CLIENT_CREDENTIALS),
            choice_setting(self.tr("Client ID and secret are sent"), "oauth.clientAuth", clients, "basic"),
            text_setting(
                self.tr("Address of the sign-in page"),
                "oauth.authorizeUrl",
                placeholder="https://lms.college.edu/oauth/authorize",
            ),
            text_setting(
                self.tr("Address that gives the code"),
                "oauth.deviceUrl",
                placeholder="https://lms.college.edu/oauth/device",
            ),
            text_setting(
                self.tr("T&oken address"), "oauth.tokenUrl", placeholder="https://lms.college.edu/oauth/token"
            ),
            text_setting(self.tr("Scope (if the system asks for one)"), "oauth.scope"),
            text_setting(self.tr("Client ID"), "oauth.clientId"),
        )
        self._add_secret(self.tr("Client secret"), "clientSecret")
        self._add(text_setting(self.tr("&User name"), "username"))
        self._add_secret(self.tr("Pass&word"), "password")
        self._add(
            number_setting(
                self.tr("Port of the way back"),
                "oauth.redirectPort",
                placeholder=self.tr("Any that is free"),
                note=self.tr("Only where the system was told one: {address}").format(
                    address=f"http://127.0.0.1:PORT{PATH}"
                ),
            ),
            text_setting(self.tr("Issuer (mostly none)"), "oauth.issuer", note=help_of(OAuthSettings, "issuer")),
            json_setting(
                self.tr("Further parameters (JSON)"), "oauth.extra", placeholder='{"audience": "…"}', note=extra
            ),
        )

    def _add_oauth1(self) -> None:
        methods = {name: name for name in ("HMAC-SHA1", "HMAC-SHA256", "PLAINTEXT")}
        self._add(text_setting(self.tr("Cons&umer key"), "oauth1.consumerKey"))
        self._add_secret(self.tr("Consumer secret"), "consumerSecret")
        self._add(text_setting(self.tr("Token (mostly none)"), "oauth1.token"))
        self._add_secret(self.tr("To&ken secret"), "tokenSecret")
        self._add(
            choice_setting(self.tr("Signature"), "oauth1.signatureMethod", methods, "HMAC-SHA1"),
            text_setting(self.tr("Realm (mostly none)"), "oauth1.realm"),
        )

    def _add_session(self) -> None:
        usual = self.tr('Empty: the usual {"username": …, "password": …}.')
        self._add(
            text_setting(
                self.tr("Path &of the sign-in"),
                "session.path",
                placeholder="/jwt-api-token-auth/",
                note=help_of(SessionSettings, "path"),
            ),
            choice_setting(self.tr("Method"), "session.method", {"POST": "POST", "GET": "GET"}, "POST"),
            text_setting(self.tr("&User name"), "username"),
        )
        self._add_secret(self.tr("Pass&word"), "password")
        self._add(
            json_setting(
                self.tr("Body as JSON"),
                "session.json",
                placeholder='{"username": "{username}", "password": "{password}"}',
                note=usual,
            ),
            json_setting(
                self.tr("Body as a form (JSON)"),
                "session.form",
                placeholder='{"username": "{username}", "password": "{password}"}',
                note=self.tr("Instead of JSON, where the system wants a form."),
            ),
            text_setting(
                self.tr("Where the token is"),
                "session.tokenPath",
                placeholder="data.token",
                note=help_of(SessionSettings, "tokenPath"),
            ),
            number_setting(
                self.tr("Lifetime in minutes"),
                "session.lifetime",
                note=self.tr("After these minutes a new sign-in is made. Empty: when it is refused."),
            ),
            text_setting(self.tr("Header of the token"), "session.header", placeholder="Authorization"),
            text_setting(
                self.tr("What stands in it"),
                "session.value",
                placeholder="Bearer {token}",
                note=help_of(SessionSettings, "value"),
            ),
            json_setting(
                self.tr("Headers of the sign-in (JSON)"),
                "session.headers",
                placeholder='{"Accept": "application/json"}',
            ),
        )
