"""What has to hold where other devices come to Saydo by a proxy on this machine."""

from typing import Any

from control_api.setup.public_address import PublicAddress
from control_api.setup.setup_error import SetupError
from scripts.launch.livekit_config import read_config, with_media_from
from scripts.machine.addresses import address_of


def for_other_devices(
    config: dict[str, Any], public: PublicAddress, media_address: str
) -> dict[str, Any]:
    """Return livekit-server's configuration with which their voices arrive.

    `media_address` is where they reach this machine; it is looked for when empty.

    Raises:
        SetupError: the proxy would not find LiveKit, or there is no such address.

    """
    wanted = read_config().get("port")
    if config["port"] != wanted:
        raise SetupError(
            f"Port {wanted} is taken by another program, and the proxy at {public.url} looks for "
            "LiveKit there. Stop that program, or choose another port in livekit.yaml and for the "
            "proxy."
        )
    address = media_address or address_of(public.host)
    if address is None:
        raise SetupError(
            "No address of this machine was found that other devices could send voices to. "
            "Name it: SAYDO_MEDIA_ADDRESS=192.168.1.20 make run"
        )
    return with_media_from(config, address)
