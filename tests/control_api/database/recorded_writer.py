"""What is recorded: ``python recorded_writer.py FILE SYNCHRONOUS COMMANDS`` runs so many commands.

It writes a line for each one it acknowledges.
"""

import os
import sys
from pathlib import Path

from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer
from shared.actions import CreateTask
from tests.control_api.database.filled import do

if __name__ == "__main__":
    db = open_writer(Path(sys.argv[1]), WORKSPACE)
    if sys.argv[2] != "as it is":
        db.execute(f"PRAGMA synchronous = {sys.argv[2]}")
    for number in range(int(sys.argv[3])):
        do(db, CreateTask(title=f"Task {number}", notes="x" * 2000, project="All"))
        os.write(1, f"{number + 1}\n".encode())
    db.close()
