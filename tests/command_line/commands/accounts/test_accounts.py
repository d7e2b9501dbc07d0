"""Further people, shared workspaces and tokens, from the command line."""

from pathlib import Path

import pytest

from tests.command_line.conftest import Terminal
from tests.control_api.conftest import Server

PASSWORD = "correct horse battery"
TWICE = f"{PASSWORD}\n{PASSWORD}\n"


def test_bob_is_invited_joins_and_shares_a_workspace(
    saydo: Terminal, server: Server, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = saydo.run("users", "invite", "--hours", "1")
    code = told.partition(f"saydo join {server.url} ")[2].split()[0]
    saydo.run("workspaces", "make", "Home")
    alice = home / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "bob"))
    joined = saydo.run("join", server.url, code, answer=f"bob@example.org\n{TWICE}")
    assert "You are bob@example.org" in joined
    assert code not in (home / "bob" / "saydo" / "login.json").read_text()
    assert saydo.json("list")["items"] == []
    assert "Only the owner" in saydo.run("users", "list", code=1)
    assert "no workspace called “Home”" in saydo.run("-w", "Home", "list", code=1)
    assert "was used" in saydo.run("join", server.url, code, "--name", "b", answer=TWICE, code=1)

    monkeypatch.setenv("XDG_CONFIG_HOME", str(alice))
    shared = saydo.run("workspaces", "share", "home", "bob@example.org", "--as", "viewer")
    assert shared == "bob@example.org is viewer of home.\n"
    assert "bob@example.org" in saydo.run("workspaces", "members", "Home")
    saydo.run("--workspace", "Home", "add", "buy", "paint")
    assert saydo.json("list")["items"] == []

    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "bob"))
    saydo.run("logout")
    assert "password" in saydo.run(
        "login", server.url, "--name", "bob@example.org", answer="wrong horse\n", code=1
    )
    saydo.run("login", server.url, "--name", "bob@example.org", answer=f"{PASSWORD}\n")
    monkeypatch.setenv("SAYDO_WORKSPACE", "Home")
    assert "buy paint" in saydo.run("list").lower()
    assert "not change anything" in saydo.run("done", "paint", code=1)
    monkeypatch.delenv("SAYDO_WORKSPACE")
    saydo.run("me", "--name", "Bob", "--time-zone", "Asia/Tokyo")
    assert saydo.json("me")["time_zone"] == "Asia/Tokyo"
    saydo.run("password", answer=f"{PASSWORD}\n{TWICE}")
    saydo.run("workspaces", "leave", "Home")

    monkeypatch.setenv("XDG_CONFIG_HOME", str(alice))
    assert saydo.run("workspaces", "rename", "Home", "House") == "It is called House now.\n"
    saydo.run("workspaces", "share", "House", "bob@example.org")
    assert saydo.json("workspaces", "unshare", "House", "bob@example.org")
    assert "House" in saydo.run("workspaces", "list")
    saydo.run("workspaces", "remove", "House", "--yes")
    saydo.run("users", "remove", "bob@example.org", answer="n\n", code=1)
    assert "Removed Bob" in saydo.run("users", "remove", "bob@example.org", "--yes").replace(
        "bob@example.org", "Bob"
    )
    assert "Nobody here" in saydo.run("users", "remove", "bob@example.org", code=1)
    assert len(saydo.json("users", "list")["items"]) == 1


def test_an_invitation_is_withdrawn(saydo: Terminal) -> None:
    made = saydo.json("users", "invite")
    assert saydo.json("users", "withdraw", made["id"]) == {"withdrawn": made["id"]}
    assert "before" in saydo.run("users", "withdraw", made["id"], code=1)


def test_elsewhere_what_weighs_most_asks_for_the_password(
    saydo: Terminal, server: Server, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = saydo.run("users", "invite").partition(f"saydo join {server.url} ")[2].split()[0]
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "carol"))
    saydo.run("join", server.url, code, answer=f"carol@example.org\n{TWICE}")
    made = saydo.json("tokens", "make", "Script", "--scope", "admin", answer=f"{PASSWORD}\n")
    assert made["scopes"] == ["admin"]
    wrong = ("tokens", "make", "Other", "--scope", "admin")
    assert "wrong" in saydo.run(*wrong, answer="wrong horse\n", code=1)
    saydo.run("tokens", "make", "Watch", "--scope", "write")
    better = "paper lantern tuesday"
    saydo.run("password", answer=f"{PASSWORD}\n{better}\n{better}\n")
    common = f"{better}\npassword1\npassword1\n"
    assert "among the first" in saydo.run("password", answer=common, code=1)
    listed = {each["name"] for each in saydo.json("tokens", "list")["items"]}
    assert {"Script", "Watch"} <= listed
    assert "Other" not in listed
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    saydo.run("users", "remove", "carol@example.org", "--yes")
