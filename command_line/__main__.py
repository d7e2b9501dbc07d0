"""``python -m command_line``, which is ``saydo``."""

import signal

# Ctrl-C while the rest is loaded has nothing to tell, either.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from command_line.app import app  # noqa: E402

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    app(prog_name="saydo")
