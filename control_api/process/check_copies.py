"""``python -m control_api.process.check_copies FOLDER``: their faults, by file, as JSON."""

import os
import sys
from pathlib import Path

import msgspec

from control_api.database.backup import check_copies


def main() -> None:
    """Check at leisure: whoever talks to the server comes first."""
    os.nice(10)
    sys.stdout.write(msgspec.json.encode(check_copies(Path(sys.argv[1]))).decode())


if __name__ == "__main__":
    main()
