"""``python -m control_api.process.check_copies FOLDER``: their faults, by file, as JSON."""

import os
import sys
from pathlib import Path

import msgspec

from control_api.app.schemas import data_folder
from control_api.database.backup import check_copies


def main() -> None:
    """Check at leisure: whoever talks to the server comes first."""
    os.nice(10)
    faults = check_copies(data_folder(Path(sys.argv[1])))
    sys.stdout.write(msgspec.json.encode(faults).decode())


if __name__ == "__main__":
    main()
