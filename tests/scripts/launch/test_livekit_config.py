"""livekit.yaml as it is shipped, in the hands of the real server."""

import socket
from pathlib import Path

import psutil
import pytest

from control_api.setup.secrets import Secrets
from control_api.setup.setup_error import SetupError
from scripts.launch.livekit_config import read_config, with_free_ports, with_keys
from tests.scripts.serving import livekit

SECRETS = Secrets(
    owner_id="owner",
    livekit_key="saydo-test",
    livekit_secret="s" * 40,
    signing_key="",
    worker_key="",
)


def test_a_port_that_is_taken_is_replaced_by_a_free_one() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(type=socket.SOCK_DGRAM) as udp,
    ):
        udp.bind(("127.0.0.1", 0))
        taken = {"port": tcp.getsockname()[1], "rtc": {"udp_port": udp.getsockname()[1]}}
        chosen = with_free_ports(taken)
    assert chosen["port"] != taken["port"]
    assert chosen["rtc"]["udp_port"] != taken["rtc"]["udp_port"]


def test_the_server_tells_events_to_the_control_api() -> None:
    config = with_keys({}, SECRETS, "http://127.0.0.1:7300/api/v1/webhooks/livekit")
    assert config["keys"] == {"saydo-test": "s" * 40}
    assert config["webhook"] == {
        "api_key": "saydo-test",
        "urls": ["http://127.0.0.1:7300/api/v1/webhooks/livekit"],
    }


def test_the_server_listens_on_loopback_only() -> None:
    with livekit("saydo-test", "s" * 40) as server:
        sockets = psutil.Process(server.process.pid).net_connections("inet")
    listening = {
        (one.type, one.laddr.port)
        for one in sockets
        if one.type == socket.SOCK_DGRAM or one.status == psutil.CONN_LISTEN
    }
    assert (socket.SOCK_STREAM, server.config["port"]) in listening
    assert (socket.SOCK_DGRAM, server.config["rtc"]["udp_port"]) in listening
    assert {one.laddr.ip for one in sockets} == {"127.0.0.1"}


def test_without_its_file_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"livekit\.yaml can't be read"):
        read_config(tmp_path / "livekit.yaml")
