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
from control_api.edges.pushing.apprise_plugin import note_statuses
from control_api.edges.pushing.orders import PushAnswer, PushOrder
from control_api.edges.pushing.senders import find_sender

LONGEST_LIFE_S = 15
"""Should the server be killed before it ends this."""
MOST_BYTES = 5_000_000
NICE = 10


def main() -> None:
    """Whoever talks to the server comes first."""
    signal.alarm(LONGEST_LIFE_S)
    os.nice(NICE)
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=PushOrder)
    statuses = note_statuses()
    # All that is sent with is loaded before nothing more can be read.
    senders = [find_sender(url, order.browser_key, statuses) for url in order.urls]
    refused = confine(networks_of(order.networks), most_bytes=MOST_BYTES)
    taken = [sender is not None and sender(order.text) for sender in senders]
    sys.stdout.buffer.write(
        msgspec.json.encode(PushAnswer(taken=taken, reasons=refused + statuses))
    )


if __name__ == "__main__":
    main()
