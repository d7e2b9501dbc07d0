"""``python -m command_line``, which is ``saydo``."""

import signal
import sys

# Ctrl-C while the rest is loaded has nothing to tell, either.
signal.signal(signal.SIGINT, signal.SIG_DFL)
# httpx loads a command line of its own if it can, which takes as long as a whole command of ours.
sys.modules["httpx._main"] = None  # type: ignore[assignment]

from command_line.app import app  # noqa: E402

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    app(prog_name="saydo")
