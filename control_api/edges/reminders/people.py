"""Whom the reminders of a workspace are for, and how they want them."""

from zoneinfo import ZoneInfo

from sqlite_utils import Database

from control_api.edges.pushing.targets import target_of
from control_api.edges.reminders.preferences import read_notifications
from control_api.edges.reminders.schedule import Rules
from control_api.setup.settings import Settings
from control_api.who.accounts.store import find_account
from control_api.who.sharing.store import list_members


def rules_of(db: Database, workspace_id: str, settings: Settings) -> Rules:
    """What the reminders of a workspace depend on, from control.db.

    In a shared one everybody is told, and times go with whoever has been in it longest.
    """
    ids = [member.account_id for member in list_members(db, workspace_id)] or [workspace_id]
    account = find_account(db, ids[0])
    wishes = [read_notifications(db, each) for each in ids]
    usual_zone = settings.time_zone
    zone = usual_zone if account is None else account.time_zone or usual_zone
    owner_id = settings.secrets.owner_id
    owners = {
        url for each, wish in zip(ids, wishes, strict=True) for url in wish.push if each == owner_id
    }
    urls = dict.fromkeys(url for wish in wishes for url in wish.push)
    return Rules(
        zone=ZoneInfo(zone),
        language=(account and account.language) or settings.language,
        remind_at_due=wishes[0].remind_at_due,
        spoken=any(wish.spoken for wish in wishes),
        targets=[target_of(url, is_owners=url in owners) for url in urls],
    )
