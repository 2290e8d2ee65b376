"""How an upstream is signed in to, in the form: the kind, and the fields that belong to it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.sign_in import AUTH_LABELS, SECRET_OF, AuthType
from hub_desktop.ui.form_fields import Field, SecretEdit
from hub_desktop.ui.form_values import FormValues
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M

_KINDS = (AuthType.API_KEY, AuthType.BEARER, AuthType.BASIC, AuthType.OAUTH)


class CredentialFields(QWidget):
    """The kind of sign-in and its fields; those of other kinds are out of sight but keep what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, bool] = {}
        self._client_auth = "basic"
        self._kind = QComboBox()
        for auth_type in _KINDS:
            self._kind.addItem(AUTH_LABELS[auth_type], str(auth_type))
        self._secrets = {auth_type: SecretEdit() for auth_type in _KINDS}
        self._key_place = QComboBox()
        self._key_place.addItem(self.tr("In a header"), "header")
        self._key_place.addItem(self.tr("In the address (query parameter)"), "query")
        self._key_name, self._key_prefix, self._bearer_prefix = QLineEdit(), QLineEdit(), QLineEdit()
        self._username, self._token_url, self._client_id, self._scope = (QLineEdit() for _ in range(4))
        self._token_url.setPlaceholderText("https://lms.college.edu/oauth/token")
        self._kind_field = Field(self.tr("S&ign-in"), self._kind)
        self._pages = {
            AuthType.API_KEY: self._api_key_fields(),
            AuthType.BEARER: self._bearer_fields(),
            AuthType.BASIC: self._basic_fields(),
            AuthType.OAUTH: self._oauth_fields(),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self._kind_field)
        self._shown = {auth_type: _page(list(fields.values())) for auth_type, fields in self._pages.items()}
        for page in self._shown.values():
            layout.addWidget(page)
        self._kind.currentIndexChanged.connect(self.on_kind_chosen)
        self.on_kind_chosen()

    @property
    def auth_type(self) -> AuthType:
        """The kind of sign-in that is chosen."""
        return AuthType(self._kind.currentData())

    def filled(self, values: FormValues) -> FormValues:
        """Return the values with what is typed here."""
        return replace(
            values,
            auth_type=self.auth_type,
            secret=self._secrets[self.auth_type].text().strip(),
            key_place=str(self._key_place.currentData()),
            key_name=self._key_name.text().strip(),
            key_prefix=self._key_prefix.text().strip(),
            bearer_prefix=self._bearer_prefix.text().strip(),
            username=self._username.text().strip(),
            token_url=self._token_url.text().strip(),
            client_id=self._client_id.text().strip(),
            scope=self._scope.text().strip(),
            client_auth=self._client_auth,
        )

    def show_values(self, values: FormValues) -> None:
        """Fill the fields."""
        self._client_auth = values.client_auth
        self._kind.setCurrentIndex(self._kind.findData(str(values.auth_type)))
        for auth_type, secret in self._secrets.items():
            secret.setText(values.secret if auth_type is values.auth_type else "")
        self._key_place.setCurrentIndex(self._key_place.findData(values.key_place))
        for edit, text in (
            (self._key_name, values.key_name),
            (self._key_prefix, values.key_prefix),
            (self._bearer_prefix, values.bearer_prefix),
            (self._username, values.username),
            (self._token_url, values.token_url),
            (self._client_id, values.client_id),
            (self._scope, values.scope),
        ):
            edit.setText(text)

    def show_kept(self, kept: Mapping[str, bool]) -> None:
        """Say which secrets are kept already."""
        self._kept = dict(kept)
        for auth_type, edit in self._secrets.items():
            edit.show_kept(self._kept.get(SECRET_OF[auth_type], False))

    def secret_edit(self) -> SecretEdit:
        """Return where the secret of the chosen sign-in is typed."""
        return self._secrets[self.auth_type]

    def secret_kept(self) -> bool:
        """Tell whether the secret of the chosen sign-in is kept already."""
        return self._kept.get(SECRET_OF[self.auth_type], False)

    def fields(self) -> dict[str, Field]:
        """Return the fields of the chosen sign-in by their JSON paths."""
        return {"authType": self._kind_field, **self._pages[self.auth_type]}

    @Slot()
    def on_kind_chosen(self) -> None:
        """Show the fields of the chosen sign-in only."""
        for auth_type, page in self._shown.items():
            page.setVisible(auth_type is self.auth_type)

    def _api_key_fields(self) -> dict[str, Field]:
        return {
            "apiKey": Field(self.tr("API &key"), self._secrets[AuthType.API_KEY]),
            "apiKeyIn.place": Field(self.tr("Sent"), self._key_place),
            "apiKeyIn": Field(self.tr("Under the name"), self._key_name),
            "apiKeyIn.prefix": Field(self.tr("Word before the key (mostly none)"), self._key_prefix),
        }

    def _bearer_fields(self) -> dict[str, Field]:
        return {
            "apiKey": Field(self.tr("To&ken"), self._secrets[AuthType.BEARER]),
            "bearerPrefix": Field(self.tr("Word before the token"), self._bearer_prefix),
        }

    def _basic_fields(self) -> dict[str, Field]:
        return {
            "username": Field(self.tr("&User name"), self._username),
            "password": Field(self.tr("Pass&word"), self._secrets[AuthType.BASIC]),
        }

    def _oauth_fields(self) -> dict[str, Field]:
        return {
            "oauth.tokenUrl": Field(self.tr("T&oken address"), self._token_url),
            "oauth.scope": Field(self.tr("Scope (if the system asks for one)"), self._scope),
            "oauth.clientId": Field(self.tr("Client ID"), self._client_id),
            "clientSecret": Field(self.tr("Client secret"), self._secrets[AuthType.OAUTH]),
        }


def _page(fields: list[Field]) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_L)
    grid.setVerticalSpacing(SPACE_M)
    for position, field in enumerate(fields):
        grid.addWidget(field, position // 2, position % 2, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return page
