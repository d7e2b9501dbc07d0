from pathlib import Path

from sqlite_utils import Database

from control_api.app.schemas import CONTROL
from control_api.database.open import open_writer
from control_api.who.accounts.migrations import migrations
from control_api.who.sessions.browser_sessions import hash_token, session_account
from control_api.who.sessions.store import list_sessions

ALICE = "a11ce000-0000-4000-8000-000000000000"


def test_browsers_stay_signed_in_over_an_update(tmp_path: Path) -> None:
    path = tmp_path / "control.db"
    earlier = Database(path)
    migrations.apply(earlier, stop_before="m002_access_tokens")
    earlier.table("accounts").insert({"id": ALICE, "name": "Alice", "created_at": ""})
    for token in ("one", "two"):
        earlier.table("browser_sessions").insert(
            {
                "token_hash": hash_token(token),
                "account_id": ALICE,
                "created_at": 1000,
                "expires_at": 2000,
            }
        )
    earlier.close()
    db = open_writer(path, CONTROL)
    found = session_account(db, "one", 1500)
    assert found
    assert found[0].name == "Alice"
    sessions = list_sessions(db, ALICE)
    assert len({session.id for session in sessions}) == 2
    assert {session.used_at for session in sessions} == {1000}
    db.close()
