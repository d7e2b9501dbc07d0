"""A whole conversation in a network namespace whose one way out only counts packets.

Run as root under ``unshare --net``: prints one JSON line with the packets that left, the packets of
a deliberate control, and every address that was listened on. Method: a veth pair with a default
route and a fixed neighbour, so that whatever is not for loopback is sent, and counted.
"""

import asyncio
import json
import socket
import subprocess
import sys
from pathlib import Path

import psutil

from bench.conversation.caller import in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack, running

OUT = "out0"
SETUP = f"""
ip link set lo up
ip link add {OUT} type veth peer name out1
for i in {OUT} out1; do echo 1 > /proc/sys/net/ipv6/conf/$i/disable_ipv6; ip link set $i up; done
ip addr add 198.51.100.2/24 dev {OUT}
ip route add default via 198.51.100.1 dev {OUT}
ip neigh add 198.51.100.1 lladdr 02:00:00:00:00:01 dev {OUT}
"""


def packets_sent() -> int:
    """How many packets have left through the way out."""
    for line in Path("/proc/net/dev").read_text().splitlines():
        name, _, numbers = line.partition(":")
        if name.strip() == OUT:
            return int(numbers.split()[9])
    raise LookupError(OUT)


def listening(stack: Stack) -> list[str]:
    """Addresses that Saydo takes TCP connections on, and its LiveKit server UDP packets.

    The agent's media sockets are left out: a WebRTC client opens one on each interface.
    """
    found = set()
    for process in psutil.Process(stack.process.pid).children(recursive=True):
        is_server = "livekit" in process.name()
        for one in process.net_connections("inet"):
            is_media = one.type == socket.SOCK_DGRAM and is_server
            if one.status == psutil.CONN_LISTEN or is_media:
                found.add(one.laddr.ip)
    return sorted(found)


async def conversation(stack: Stack) -> list[str]:
    """A command, and a question for the language model."""
    async with in_room(stack.address, stack.token) as caller:
        end = await caller.begin_saying(
            spoken("Remind me to call Sarah tomorrow at three."), VOICE_RATE
        )
        await caller.wait_for(lambda: caller.first_audible(end) is not None, "no reply")
        await caller.type("Tell me something nice about the sea.")
        await caller.wait_for(lambda: len(caller.agent_lines()) > 1, "no answer")
    return stack.titles()


def main(data: Path) -> None:
    """Set the namespace up, talk, count."""
    subprocess.run(["sh", "-e", "-c", SETUP], check=True)
    with running(data) as stack:
        titles = asyncio.run(conversation(stack))
        left = packets_sent()
        addresses = listening(stack)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        control.sendto(b"control", ("192.0.2.1", 9))
    counted = packets_sent() - left
    print(json.dumps({"titles": titles, "left": left, "control": counted, "listening": addresses}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
