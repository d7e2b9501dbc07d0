"""One program a data folder: two would each keep what the other does not know of."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from control_api.database.left_open import note_start
from control_api.setup.setup_error import SetupError


class InUseError(SetupError):
    """Another program has the data folder."""


@contextmanager
def only_user(data: Path) -> Iterator[None]:
    """Have the data folder to oneself. Raises `InUseError` when another program has it."""
    descriptor = os.open(data / "serve.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        note_start(data)
        yield
    except BlockingIOError as error:
        raise InUseError(
            f"Another Saydo is running on {data}. Stop it, or set SAYDO_DATA to another folder."
        ) from error
    finally:
        os.close(descriptor)
