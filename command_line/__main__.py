"""``python -m command_line``, which is ``saydo``."""

from command_line.app import app

if __name__ == "__main__":
    app(prog_name="saydo")
