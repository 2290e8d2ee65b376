"""How an upstream is signed in to, in the form: the kind, and the fields that belong to it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hub_desktop.core.sign_in import AUTH_LABELS, OAUTH_TOKENS, AuthType
from hub_desktop.ui.form_fields import Field
from hub_desktop.ui.form_values import FormValues
from hub_desktop.ui.setting_fields import SettingField
from hub_desktop.ui.sign_in_pages import SignInPage
from hub_desktop.ui.sign_in_values import BLOCKS_OF, needed_secrets
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_M


class CredentialFields(QWidget):
    """The kind of sign-in and its fields; those of other kinds are out of sight but keep what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, bool] = {}
        self._as_shown: dict[str, Any] = {}
        self._typed: dict[str, Any] = {}
        self._kind = ChoiceBox()
        for auth_type, label in AUTH_LABELS.items():
            self._kind.addItem(spoken(label), str(auth_type))
        self._kind_field = Field(self.tr("S&ign-in"), self._kind)
        self._pages: dict[AuthType, SignInPage] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_M)
        self._column.addWidget(self._kind_field)
        self._kind.currentIndexChanged.connect(self.on_kind_chosen)
        self.on_kind_chosen()

    @property
    def auth_type(self) -> AuthType:
        """The kind of sign-in that is chosen."""
        return AuthType(self._kind.currentData())

    def filled(self, values: FormValues) -> FormValues:
        """Return the values with what is typed here."""
        secrets = self._page.secrets
        shown = set(self._page.fields())
        return replace(
            values,
            auth_type=self.auth_type,
            sign_in=self._settings(),
            secrets={name: typed for name, edit in secrets.items() if name in shown and (typed := edit.text().strip())},
        )

    def show_values(self, values: FormValues) -> None:
        """Fill the fields."""
        self._as_shown, self._typed = dict(values.sign_in), dict(values.sign_in)
        for page in self._pages.values():
            for secret in page.secrets.values():
                secret.clear()
        self._kind.setCurrentIndex(self._kind.findData(str(values.auth_type)))
        for name, secret in self._page.secrets.items():
            secret.setText(values.secrets.get(name, ""))
        self.on_kind_chosen()

    def show_kept(self, kept: Mapping[str, bool]) -> None:
        """Say which secrets are kept already."""
        self._kept = dict(kept)
        for page in self._pages.values():
            self._show_kept_in(page)
        self._settle()

    def secret_edit(self) -> QWidget:
        """Return where the first secret of the chosen sign-in is typed, or the kind where it has none."""
        needed = needed_secrets(self.auth_type, self._settings())
        return next((self._page.secrets[name] for name in needed if name in self._page.secrets), self._kind)

    def kept_secrets(self) -> set[str]:
        """Return the names of the secrets that are kept already."""
        return {name for name, kept in self._kept.items() if kept}

    def fields(self) -> dict[str, Field]:
        """Return the fields of the chosen sign-in by their JSON paths."""
        return {"authType": self._kind_field, **self._page.fields()}

    def field_at(self, path: str) -> Field | None:
        """Return the field of a JSON path, or the first one below or above it."""
        fields = self.fields()
        near = (one for one in fields if one.startswith(f"{path}.") or path.startswith(f"{one}."))
        found = path if path in fields else next(near, None)
        return fields[found] if found is not None else None

    def unreadable(self) -> dict[str, str]:
        """Return what is typed and cannot be read yet, a sentence for each field by its JSON path."""
        shown = [field for field in self._page.settings() if not field.isHidden()]
        return {field.path: said for field in shown if (said := field.unreadable())}

    @Slot()
    def on_kind_chosen(self) -> None:
        """Show the fields of the chosen sign-in only."""
        self._page.show_settings(self._typed)
        for auth_type, page in self._pages.items():
            page.setVisible(auth_type is self.auth_type)
        self._settle()

    @Slot(object)
    def on_edited(self, field: SettingField) -> None:
        """Take over what a person changed."""
        if not field.unreadable():
            self._typed = field.written_into(self._typed)
            self._settle()

    @property
    def _page(self) -> SignInPage:
        """The fields of the chosen sign-in, made when it is chosen first: all of them together would take a while."""
        chosen = self.auth_type
        if chosen not in self._pages:
            page = self._pages[chosen] = SignInPage(chosen, self)
            page.edited.connect(self.on_edited)
            self._show_kept_in(page)
            self._column.addWidget(page)
        return self._pages[chosen]

    def _show_kept_in(self, page: SignInPage) -> None:
        for name, edit in page.secrets.items():
            edit.show_kept(self._kept.get(name, False))

    def _settings(self) -> dict[str, Any]:
        """Return the settings as the JSON writes them: typed for this kind, as they came for the others."""
        own = BLOCKS_OF[self.auth_type]
        others = {name: value for name, value in self._as_shown.items() if name not in own}
        return others | {name: value for name, value in self._typed.items() if name in own}

    def _settle(self) -> None:
        self._page.settle(self._typed, signed_in=self._kept.get(OAUTH_TOKENS))
