"""Other devices come by an https name of their own; this machine goes on by its own."""

from pathlib import Path

import pytest

from control_api.setup.settings import Settings, load_settings


def settings(data: Path, **environ: str) -> Settings:
    return load_settings({"SAYDO_DATA": str(data), **environ})


@pytest.mark.parametrize(
    ("url", "host", "livekit_url"),
    [
        ("https://nas.home", "nas.home", "wss://nas.home"),
        ("https://NAS.home:8443/", "nas.home", "wss://nas.home:8443"),
        ("https://[fd00::1]", "[fd00::1]", "wss://[fd00::1]"),
        ("https://nas.home/saydo/", "nas.home", "wss://nas.home/saydo"),
    ],
)
def test_who_comes_by_the_public_name_is_sent_to_livekit_by_it(
    tmp_path: Path, url: str, host: str, livekit_url: str
) -> None:
    here = settings(tmp_path, SAYDO_PUBLIC_URL=url)
    assert host in here.allowed_hosts
    assert here.livekit_url_for(host) == livekit_url
    assert here.livekit_url_for("localhost") == "ws://127.0.0.1:7880"
    assert here.livekit_urls == ["ws://127.0.0.1:7880", livekit_url]


def test_a_livekit_server_with_a_name_of_its_own_is_told_to_everybody(tmp_path: Path) -> None:
    here = settings(
        tmp_path, SAYDO_PUBLIC_URL="https://nas.home", LIVEKIT_PUBLIC_URL="wss://voice.example"
    )
    assert here.livekit_urls == ["wss://voice.example"]


def test_the_proxy_in_front_is_believed_when_it_is_on_this_machine_or_named(tmp_path: Path) -> None:
    assert settings(tmp_path).trusted_proxies == ()
    here = settings(tmp_path, SAYDO_PUBLIC_URL="https://nas.home")
    assert here.trusted_proxies == ("127.0.0.1/32", "::1/128")
    named = settings(
        tmp_path, SAYDO_PUBLIC_URL="https://nas.home", SAYDO_TRUSTED_PROXIES="10.0.0.1"
    )
    assert named.trusted_proxies == ("10.0.0.1/32",)
