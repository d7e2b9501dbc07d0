"""``python -m control_api.for_command_line``: what ``saydo`` asks of its own machine, as JSON.

The same as ``python -m control_api`` does for people, without loading the server.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from control_api.accounts.tokens import MOMENT_S, make_owner_token
from control_api.back_up import put_back
from control_api.database.examine import examine
from control_api.database.folder import BACKUPS
from control_api.database.kept import list_backups
from control_api.database.report import FileReport, check_folder
from control_api.settings import load_settings
from control_api.setup_error import SetupError

_LONGEST_NAME = 200


def main() -> int:
    """Run one question; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m control_api.for_command_line")
    questions = parser.add_subparsers(dest="question", required=True)
    questions.add_parser("token")
    questions.add_parser("backups")
    questions.add_parser("restore").add_argument("which")
    questions.add_parser("check").add_argument("path", nargs="*", type=Path)
    given = parser.parse_args()
    os.umask(0o077)
    try:
        answer = _answer(given)
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


def _answer(given: argparse.Namespace) -> Any:
    if given.question == "check":
        return _check(given.path)
    settings = load_settings()
    if given.question == "backups":
        return list_backups(settings.data / BACKUPS)
    if given.question == "restore":
        return put_back(settings, given.which)
    # Another one is made when it is over, so it need not be listed.
    return make_owner_token(settings.secrets.signing_key, settings.secrets.owner_id, MOMENT_S)


def _check(paths: list[Path]) -> list[FileReport]:
    if not paths:
        return check_folder(load_settings().data, _looked)
    return [report for path in paths for report in examine(path, _looked)]


def _looked(done: int, of: int) -> None:
    sys.stderr.write(f"{done} {of}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
