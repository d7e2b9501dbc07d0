"""``python -m control_api.process.for_command_line``: what ``saydo`` asks of its machine, as JSON.

The same as ``python -m control_api`` does for people, without loading the server.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from control_api.app.schemas import SCHEMAS, data_folder
from control_api.database.examine import examine
from control_api.database.folder import BACKUPS
from control_api.database.kept_backups import list_backups
from control_api.database.report import FileReport, check_folder
from control_api.process.answered import answered
from control_api.process.back_up import put_back
from control_api.setup.settings import load_settings


def main() -> int:
    """Run one question; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m control_api.process.for_command_line")
    questions = parser.add_subparsers(dest="question", required=True)
    questions.add_parser("backups")
    questions.add_parser("restore").add_argument("which")
    questions.add_parser("check").add_argument("path", nargs="*", type=Path)
    given = parser.parse_args()
    return answered(lambda: _answer(given))


def _answer(given: argparse.Namespace) -> Any:
    if given.question == "check":
        return _check(given.path)
    settings = load_settings()
    if given.question == "backups":
        return list_backups(settings.data / BACKUPS)
    return put_back(settings, given.which)


def _check(paths: list[Path]) -> list[FileReport]:
    if not paths:
        return check_folder(data_folder(load_settings().data), _looked)
    return [report for path in paths for report in examine(path, SCHEMAS, _looked)]


def _looked(done: int, of: int) -> None:
    sys.stderr.write(f"{done} {of}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
