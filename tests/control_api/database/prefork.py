"""Servers that start at once, because everything is loaded already: run on its own.

Each line it reads is an order: `start DATA PORT LOG` makes a server that stands still until it gets
SIGCONT, and answers its process id; `wait PID` answers how it ended.
"""

import os
import signal
import sys

from control_api.language.understanding.reading.interpret import warm_up
from control_api.process.serve import serve
from control_api.requests.spoken import ENGLISH
from control_api.setup.settings import load_settings


def start(data: str, port: str, log: str) -> int:
    child = os.fork()
    if child:
        os.waitpid(child, os.WUNTRACED)
        return child
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        serve(
            load_settings({"SAYDO_DATA": data, "SAYDO_PORT": port, "LIVEKIT_URL": "ws://[::1]:9"})
        )
    finally:
        os._exit(1)


def main() -> None:
    warm_up(ENGLISH)
    print("ready", flush=True)
    for order in sys.stdin:
        name, *given = order.split()
        if name == "start":
            print(start(*given), flush=True)
        else:
            print(os.waitstatus_to_exitcode(os.waitpid(int(given[0]), 0)[1]), flush=True)


if __name__ == "__main__":
    main()
