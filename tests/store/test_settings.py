import pytest

from hub_desktop.store.settings import SettingStore


@pytest.mark.parametrize("value", [None, True, 0, 1.5, "é", ["a"], {"a": {"b": None}}])
def test_any_setting_is_kept_and_replaced(databases, value):
    settings = SettingStore(databases.hub)
    assert settings.get("a", "default") == "default"
    settings.set("a", "before")
    settings.set("a", value)
    assert settings.get("a", "default") == value
