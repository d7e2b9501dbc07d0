"""How large the tests are that can be larger: short by default, in full with SAYDO_FULL=1.

A number above 1 makes them so many times as large, for a night.
"""

import os

TIMES = int(os.environ.get("SAYDO_FULL", "0"))
IS_FULL = TIMES > 0


def size(short: int, full: int) -> int:
    """As many as this run has the time for."""
    return full * TIMES if IS_FULL else short
