"""``python -m control_api serve|token|sign-in|check``."""

import argparse
import os
import sys
from pathlib import Path

from control_api.accounts.tokens import make_owner_token, make_sign_in_code
from control_api.database.check import find_faults
from control_api.database.open import open_reader
from control_api.events.replay import find_damage
from control_api.serve import serve
from control_api.settings import Settings, load_settings
from control_api.setup_error import SetupError

SUBCOMMANDS = {
    "serve": "run the control API until it is stopped",
    "token": "print a bearer token for the owner of the data folder",
    "sign-in": "print a link that signs a browser in, once, within the hour",
    "check": "find out whether the stored data is sound; 1 when it is not",
}


def main() -> int:
    """Run one subcommand; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m control_api", description="Saydo's control API."
    )
    subcommands = parser.add_subparsers(dest="subcommand", required=True)
    for name, purpose in SUBCOMMANDS.items():
        subcommands.add_parser(name, help=purpose, description=purpose)
    subcommand = parser.parse_args().subcommand
    os.umask(0o077)
    try:
        return _run(subcommand, load_settings())
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _run(subcommand: str, settings: Settings) -> int:
    key, owner_id = settings.secrets.signing_key, settings.secrets.owner_id
    if subcommand == "serve":
        serve(settings)
    elif subcommand == "token":
        print(make_owner_token(key, owner_id))
    elif subcommand == "sign-in":
        print(f"{settings.address}/#sign-in={make_sign_in_code(key, owner_id)}")
    else:
        faults = _check(settings.data)
        print("\n".join(faults) or "All is well: the log gives the stored tasks.")
        return 1 if faults else 0
    return 0


def _check(data: Path) -> list[str]:
    paths = [data / "control.db", *sorted((data / "workspaces").glob("*.db"))]
    return [f"{path}: {fault}" for path in paths for fault in _check_file(path)]


def _check_file(path: Path) -> list[str]:
    if not path.exists():
        return ["there is no such file."]
    db = open_reader(path)
    try:
        faults = find_faults(db)
        return faults + find_damage(db) if "events" in db.table_names() else faults
    finally:
        db.close()


if __name__ == "__main__":
    sys.exit(main())
