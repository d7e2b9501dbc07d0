"""What livekit-server is started with: livekit.yaml and what differs each time."""

import ipaddress
import json
from pathlib import Path
from typing import Any

import yaml

from control_api.setup.secrets import Secrets
from control_api.setup.setup_error import SetupError
from scripts.machine.places import ROOT
from scripts.machine.ports import free_port

FILE = ROOT / "livekit.yaml"


def read_config(path: Path = FILE) -> dict[str, Any]:
    """Read livekit.yaml.

    Raises:
        SetupError: it is missing or is no YAML mapping.

    """
    try:
        config = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise SetupError(f"{path.name} can't be read: {error}") from error
    if not isinstance(config, dict):
        raise SetupError(f"{path.name} must hold settings as `name: value`.")
    return config


def with_free_ports(config: dict[str, Any]) -> dict[str, Any]:
    """Return the configuration with its ports, or free ones where they are taken or 0."""
    rtc = config.get("rtc") or {}
    return config | {
        "port": free_port(int(config.get("port", 7880))),
        "rtc": rtc | {"udp_port": free_port(int(rtc.get("udp_port", 7882)), "udp")},
    }


def with_media_from(config: dict[str, Any], address: str) -> dict[str, Any]:
    """Return the configuration with voices also from devices that reach this machine there.

    Signalling stays on the loopback interface, where the proxy with the certificate finds it. A
    `node_ip` is not named: livekit-server would give it out for each of its addresses, keep one of
    the two, and hear those who come to it only where that is by chance the right one.
    """
    rtc = dict(config.get("rtc") or {})
    for narrowed in ("interfaces", "node_ip"):
        rtc.pop(narrowed, None)
    prefix = ipaddress.ip_address(address).max_prefixlen
    return config | {"rtc": rtc | {"ips": {"includes": ["127.0.0.0/8", f"{address}/{prefix}"]}}}


def with_keys(config: dict[str, Any], secrets: Secrets, webhook_url: str) -> dict[str, Any]:
    """Return the configuration with this installation's key, and who is told of events."""
    return config | {
        "keys": {secrets.livekit_key: secrets.livekit_secret},
        "webhook": {"api_key": secrets.livekit_key, "urls": [webhook_url]},
    }


def as_yaml(config: dict[str, Any]) -> str:
    """Return the text for livekit-server's LIVEKIT_CONFIG (JSON is YAML)."""
    return json.dumps(config)
