"""``python -m control_api.edges.pushing``: carry out one order from standard input, and answer.

In a process of its own, since Apprise opens connections, files and programs as an address tells it
to, and nothing but the end of its process ends what hangs.
"""

import os
import signal
import sys

import msgspec

from control_api.edges.outgoing.confinement import confine
from control_api.edges.outgoing.reach import networks_of
from control_api.edges.pushing.apprise_plugin import Plugin, find_plugin, note_statuses, take
from control_api.edges.pushing.orders import PushAnswer, PushOrder

LONGEST_LIFE_S = 15
"""Should the server be killed before it ends this."""
MOST_BYTES = 5_000_000
NICE = 10


def main() -> None:
    """Whoever talks to the server comes first."""
    signal.alarm(LONGEST_LIFE_S)
    os.nice(NICE)
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=PushOrder)
    plugins: list[Plugin | None] = [find_plugin(url) for url in order.urls]
    statuses = note_statuses()
    refused = confine(networks_of(order.networks), most_bytes=MOST_BYTES)
    taken = [
        plugin is not None and take(plugin, url, order.text)
        for plugin, url in zip(plugins, order.urls, strict=True)
    ]
    sys.stdout.buffer.write(
        msgspec.json.encode(PushAnswer(taken=taken, reasons=refused + statuses))
    )


if __name__ == "__main__":
    main()
