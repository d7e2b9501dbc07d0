from pathlib import Path

import pytest

from control_api.setup.settings import load_settings
from control_api.setup.setup_error import SetupError


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    settings = load_settings({"XDG_DATA_HOME": str(tmp_path)})
    assert settings.data == tmp_path / "saydo"
    assert settings.address == "http://127.0.0.1:7300"
    assert settings.livekit_urls == [settings.livekit_url] == ["ws://127.0.0.1:7880"]
    assert settings.allowed_hosts == {"localhost", "127.0.0.1", "[::1]"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAYDO_PORT", "eighty"),
        ("SAYDO_PORT", "0"),
        ("SAYDO_PORT", "65536"),
        ("SAYDO_PORT", "²"),
        ("SAYDO_RATE_LIMIT", "600"),
        ("SAYDO_RATE_LIMIT", "600,0"),
        ("SAYDO_RATE_LIMIT", "many,3000"),
        ("SAYDO_TRUSTED_PROXIES", "proxy.lan"),
        ("SAYDO_TIME_ZONE", "Mars/Base"),
        ("SAYDO_TIME_ZONE", "../etc/passwd"),
        ("SAYDO_LANGUAGE", "tlh"),
        ("SAYDO_LANGUAGE", "../en"),
        ("LIVEKIT_URL", "127.0.0.1:7880"),
        ("LIVEKIT_PUBLIC_URL", "ftp://voice.example"),
        ("SAYDO_PUBLIC_URL", "http://nas.home"),
        ("SAYDO_PUBLIC_URL", "https://nas.home/saydo?x"),
        ("SAYDO_PUBLIC_URL", "https://nas.home:no"),
        ("SAYDO_PUBLIC_URL", "https://me@nas.home"),
        ("SAYDO_PUBLIC_URL", "nas.home"),
        ("SAYDO_MEDIA_ADDRESS", "nas.home"),
        ("LIVEKIT_API_SECRET_FILE", "/nowhere/secret"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SetupError, match=name):
        load_settings({"SAYDO_DATA": str(tmp_path), name: value})


def test_secrets_come_from_the_environment_or_a_file_before_those_of_the_folder(
    tmp_path: Path,
) -> None:
    (tmp_path / "key").write_text("from-file\n")
    settings = load_settings(
        {
            "SAYDO_DATA": str(tmp_path / "data"),
            "LIVEKIT_API_KEY_FILE": str(tmp_path / "key"),
            "LIVEKIT_API_SECRET": "from-environment",
        }
    )
    assert settings.secrets.livekit_key == "from-file"
    assert settings.secrets.livekit_secret == "from-environment"


def test_the_host_it_listens_on_and_the_extra_ones_are_allowed(tmp_path: Path) -> None:
    settings = load_settings(
        {"SAYDO_DATA": str(tmp_path), "SAYDO_HOST": "::1", "SAYDO_ALLOWED_HOSTS": "Home.lan, tasks"}
    )
    assert {"[::1]", "home.lan", "tasks"} <= settings.allowed_hosts
    assert settings.address == "http://[::1]:7300"


def test_the_systems_time_zone_is_the_default(tmp_path: Path) -> None:
    settings = load_settings({"SAYDO_DATA": str(tmp_path), "TZ": "Asia/Tokyo"})
    assert settings.time_zone == "Asia/Tokyo"


@pytest.mark.parametrize("name", ["SAYDO_PRIVATE_NETWORKS", "SAYDO_WEBHOOK_NETWORKS"])
def test_private_networks_are_the_owners_alone(tmp_path: Path, name: str) -> None:
    settings = load_settings({"SAYDO_DATA": str(tmp_path), name: "192.168.1.20, 10.0.0.0/8"})
    networks = ("192.168.1.20/32", "10.0.0.0/8")
    assert settings.private_networks_of(settings.secrets.owner_id) == networks
    assert settings.private_networks_of("another") == ()
