"""``python -m control_api serve|token|sign-in|invite|users|check|backup|backups|restore``."""

import argparse
import logging
import os
import sys

import msgspec

from control_api.app.schemas import data_folder
from control_api.database.clock import utc_second
from control_api.database.folder import BACKUPS, CONTROL_NAME
from control_api.database.kept_backups import list_backups
from control_api.database.report import FileReport, check_folder
from control_api.edges.reminders.doctor import check_reminders
from control_api.process.back_up import back_up, put_back
from control_api.process.read_accounts import account_named, read_accounts
from control_api.process.serve import serve
from control_api.setup.settings import Settings, load_settings
from control_api.setup.setup_error import SetupError
from control_api.who.signed_tokens.links import sign_in_links
from control_api.who.signed_tokens.tokens import (
    LONGEST_DAYS,
    make_invitation,
    make_owner_token,
    read_access,
)

DAY_S = 24 * 3600
INVITATION_LIFE_S = 7 * DAY_S

SUBCOMMANDS = {
    "serve": "run the control API until it is stopped",
    "token": "print a bearer token for the owner of the data folder, for a day",
    "sign-in": "print a link that signs a browser in, once, within the hour",
    "invite": "print a code with which somebody else gets an account, once, within a week",
    "users": "list who has an account",
    "check": "find out whether the stored data is sound; 1 when it is not",
    "backup": "copy everything now, also while Saydo runs; print what to call it by",
    "backups": "list the backups, newest first",
    "restore": "put a backup back, also while Saydo runs; how things were is kept as one, too",
}


def main() -> int:
    """Run one subcommand; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m control_api", description="Saydo's control API."
    )
    subcommands = parser.add_subparsers(dest="subcommand", required=True)
    for name, purpose in SUBCOMMANDS.items():
        subcommand = subcommands.add_parser(name, help=purpose, description=purpose)
        if name in {"check", "backups"}:
            subcommand.add_argument("--json", action="store_true", help="print JSON")
        if name == "sign-in":
            subcommand.add_argument("name", nargs="?", help="somebody else's name to sign in with")
        if name == "token":
            subcommand.add_argument(
                "--days",
                type=_days,
                default=1,
                metavar="N",
                help=f"for how long, 1 to {LONGEST_DAYS}; without it, for a day",
            )
        if name == "restore":
            subcommand.add_argument("which", help="the backup's name, its beginning, or: latest")
    given = parser.parse_args()
    os.umask(0o077)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        return _run(given, load_settings())
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _run(given: argparse.Namespace, settings: Settings) -> int:
    key, owner_id = settings.secrets.signing_key, settings.secrets.owner_id
    match given.subcommand:
        case "serve":
            serve(settings)
        case "token":
            _print_token(settings, given.days)
        case "sign-in":
            print("\n".join(sign_in_links(settings, _account(settings, given.name))))
        case "invite":
            print(make_invitation(key, owner_id, INVITATION_LIFE_S)[0])
        case "users":
            _list_users(settings)
        case "check":
            return _check(settings, as_json=given.json)
        case "backup":
            return _back_up(settings)
        case "backups":
            _list(settings, as_json=given.json)
        case "restore":
            _restore(settings, given.which)
    return 0


def _days(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= LONGEST_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"give it 1 to {LONGEST_DAYS} days; for longer make an access token, with saydo tokens make"
    )


def _print_token(settings: Settings, days: int) -> None:
    key = settings.secrets.signing_key
    token = make_owner_token(key, settings.secrets.owner_id, days * DAY_S)
    until = utc_second(read_access(key, token).exp)
    print(
        f"Good until {until}, or until it is revoked (listed from its first use on: GET "
        "/api/v1/access-tokens, saydo tokens list). Whoever has it is you.",
        file=sys.stderr,
    )
    print(token)


def _account(settings: Settings, name: str | None) -> str:
    if name is None:
        return settings.secrets.owner_id
    return account_named(settings.data / CONTROL_NAME, name)


def _list_users(settings: Settings) -> None:
    for account, created_at in read_accounts(settings.data / CONTROL_NAME):
        names = account.sign_in_name or "(no password)"
        print(f"{account.id}  {created_at[:10]}  {names}  {account.name}".rstrip())


def _check(settings: Settings, *, as_json: bool) -> int:
    reports = check_folder(data_folder(settings.data))
    wrong = [report for report in reports if report.faults]
    if as_json:
        print(msgspec.json.encode(reports).decode())
    elif wrong:
        print("\n".join(_worded(report) for report in wrong))
    else:
        print("All is well: the log gives the stored tasks.")
    if not as_json:
        print("\n".join(check_reminders(settings)) or "Every reminder can go out.")
    return 1 if wrong else 0


def _worded(report: FileReport) -> str:
    return f"{report.name}: {' '.join(report.faults)} {report.remedy}".strip()


def _back_up(settings: Settings) -> int:
    made = back_up(settings)
    for name, faults in made.damaged.items():
        print(f"{name} is damaged and not in the backup: {' '.join(faults[:3])}", file=sys.stderr)
    if made.files:
        print(made.id)
    return 1 if made.damaged else 0


def _list(settings: Settings, *, as_json: bool) -> None:
    backups = list_backups(settings.data / BACKUPS)
    if as_json:
        print(msgspec.json.encode(backups).decode())
        return
    for backup in backups:
        size = sum(file.bytes for file in backup.files) / 1e6
        print(f"{backup.id}  {backup.reason:8}  {len(backup.files):4} files  {size:.1f} MB")


def _restore(settings: Settings, which: str) -> None:
    done = put_back(settings, which)
    for sentence in done.set_aside:
        print(sentence, file=sys.stderr)
    print(f"Everything is as it was at {done.backup.made_at}.")
    if done.before is not None and done.before.files:
        print(f"To take that back: python -m control_api restore {done.before.id}")


if __name__ == "__main__":
    sys.exit(main())
