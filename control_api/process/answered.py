"""How a question of ``saydo`` is answered: JSON on standard output, or a sentence on the other."""

import os
import sys
from collections.abc import Callable
from typing import Any

import msgspec

from control_api.setup.setup_error import SetupError

_LONGEST_NAME = 200


def answered(question: Callable[[], Any]) -> int:
    """Print the answer; the exit code."""
    os.umask(0o077)
    try:
        answer = question()
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        named = str(error.filename or "A file")
        short = named if len(named) <= _LONGEST_NAME else f"{named[:_LONGEST_NAME]}…"
        sys.stderr.write(f"{short} can't be used ({error.strerror or error}).\n")
        return 1
    except KeyboardInterrupt:
        return 130
    sys.stdout.write(msgspec.json.encode(answer).decode())
    return 0
