"""Access tokens for other programs are made, listed and revoked."""

import json
from pathlib import Path

import jwt

from tests.command_line.conftest import Terminal


def test_tokens_are_made_and_revoked(saydo: Terminal) -> None:
    made = saydo.json("tokens", "make", "Watch", "--scope", "write", "--days", "1")
    assert made["token"]
    assert "Watch" in saydo.run("tokens", "list")
    assert made["token"] not in saydo.run("tokens", "list")
    saydo.run("tokens", "revoke", made["id"])
    assert "Watch" not in saydo.run("tokens", "list")


def test_at_the_machine_itself_nobody_is_asked_for_a_password(here: Terminal) -> None:
    before = here.json("tokens", "list")["items"]
    made = here.json("tokens", "make", "Script", "--scope", "admin")
    assert made["scopes"] == ["admin"]
    here.run("tokens", "revoke", made["id"])
    # What the commands themselves show is not in it.
    assert here.json("tokens", "list")["items"] == before


def test_a_token_of_the_machine_is_revoked_like_the_others(saydo: Terminal, home: Path) -> None:
    kept = json.loads((home / "config" / "saydo" / "login.json").read_text())["token"]
    mine = jwt.decode(kept, options={"verify_signature": False})["jti"]
    found = {each["id"]: each["name"] for each in saydo.json("tokens", "list")["items"]}
    assert found[mine] == "Made at the machine"
    saydo.run("tokens", "revoke", mine)
    assert "revoked" in saydo.run("tokens", "list", code=1)
