"""``python -m control_api.edges.backups FOLDER``: check the copies in it; their faults, as JSON."""

import os
import sys
from pathlib import Path

import msgspec

from control_api.database.backup import check_copies


def main() -> None:
    """Check at leisure: whoever talks to the server comes first."""
    os.nice(10)
    print(msgspec.json.encode(check_copies(Path(sys.argv[1]))).decode())


if __name__ == "__main__":
    main()
