"""With a public address, voices from other devices arrive; signalling stays with the proxy."""

import pytest

from control_api.setup.public_address import PublicAddress
from control_api.setup.setup_error import SetupError
from scripts.launch.livekit_config import read_config
from scripts.launch.other_devices import for_other_devices
from scripts.machine import addresses

NAS = PublicAddress("https://nas.home", "nas.home")


def test_media_is_also_for_the_address_that_others_reach() -> None:
    config = for_other_devices(read_config(), NAS, "192.168.1.20")
    assert config["bind_addresses"] == ["127.0.0.1"]
    assert "node_ip" not in config["rtc"]  # it would stand for both addresses, and one be deaf
    assert config["rtc"]["ips"] == {"includes": ["127.0.0.0/8", "192.168.1.20/32"]}
    assert "interfaces" not in config["rtc"]
    assert config["rtc"]["udp_port"] == read_config()["rtc"]["udp_port"]


def test_another_port_than_the_proxy_knows_is_refused() -> None:
    moved = read_config() | {"port": 7999}
    with pytest.raises(SetupError, match=r"https://nas\.home looks for LiveKit there"):
        for_other_devices(moved, NAS, "192.168.1.20")


def test_without_an_address_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_outward", list)
    monkeypatch.setattr(addresses, "_is_ours", lambda _address: False)
    with pytest.raises(SetupError, match="SAYDO_MEDIA_ADDRESS"):
        for_other_devices(read_config(), NAS, "")
