"""Settings: file, environment over it, and errors that name the place."""

from pathlib import Path

import pytest

from standfirst.errors import SettingError
from standfirst.settings import TABLE, load


def network(folder: Path, text: str) -> Path:
    (folder / "standfirst.toml").write_text(text, encoding="utf-8")
    return folder


def test_defaults_hold_without_a_file(tmp_path):
    settings = load(tmp_path, {})
    assert settings.text("engine") == "inline"
    assert settings.number("port") == 8000


def test_the_environment_goes_over_the_file(tmp_path):
    folder = network(tmp_path, 'name = "Harwick"\nport = 9000\nhold_sensitive = true\n')
    settings = load(folder, {"STANDFIRST_PORT": "9001", "DATABASE_URL": "postgresql://x/y"})
    assert settings.text("name") == "Harwick"
    assert settings.number("port") == 9001
    assert settings.flag("hold_sensitive")
    assert settings.text("database_url") == "postgresql://x/y"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nmae = 1", "no such setting"),
        ('port = "many"', "not a whole number"),
        ("port = 70000", "over 65535"),
        ("port = 1.5", "not a whole number"),
        ("port = true", "not a whole number"),
        ('engine = "magic"', "not one of"),
        ('section_hosts = true\nbase_url = "http://10.0.0.1:8000"', "no host name"),
        ('time_zone = "Mars/Olympus"', "no time zone"),
        ('language = "German, please"', "no language tag"),
        ("hold_sensitive = 3", "not true or false"),
        ("port = ", "not TOML"),
    ],
)
def test_a_wrong_setting_names_itself_and_its_place(tmp_path, text, says):
    with pytest.raises(SettingError, match=says) as caught:
        load(network(tmp_path, text), {})
    assert "standfirst.toml" in str(caught.value)


def test_every_setting_has_a_help_and_a_default_within_its_bounds():
    for setting in TABLE:
        assert setting.help.strip()
        if not isinstance(setting.default, str | bool):
            assert (setting.least or 0) <= setting.default <= (setting.most or float("inf"))
