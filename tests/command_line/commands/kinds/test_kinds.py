"""Projects, tags, people and saved filters are made, changed and removed."""

from tests.command_line.conftest import Terminal


def test_a_project_is_made_changed_put_away_and_removed(saydo: Terminal) -> None:
    described = ("--colour", "1A7F5A", "--description", "All that is paid")
    assert saydo.run("projects", "make", "Work", *described) == "Added the project Work.\n"
    (work,) = saydo.json("projects")["items"]
    assert (work["colour"], work["description"]) == ("#1a7f5a", "All that is paid")
    assert saydo.json("projects") == saydo.json("projects", "list")
    assert "All that is paid" in saydo.run("projects")
    assert "already a project named Work" in saydo.run("projects", "make", "work", code=1)
    renamed = saydo.run("projects", "edit", "wor", "--name", "Job", "--colour", "none")
    assert renamed == "Renamed the project Work to Job.\n"
    assert saydo.run("projects", "archive", "job") == "Archived the project Job.\n"
    (job,) = saydo.json("projects")["items"]
    assert (job["id"], job["archived"], job["colour"]) == (work["id"], True, None)
    assert "archived" in saydo.run("projects")
    assert "active again" in saydo.run("projects", "unarchive", work["id"][:8])
    saydo.run("add", "write", "the", "report", "--project", "Job")
    removed = saydo.json("projects", "remove", "job")
    assert removed["outcome"] == "done"
    assert saydo.json("show", "report")["project"] is None
    assert saydo.run("undo", removed["command_id"][:8]) == "Undone: the project Job is back.\n"
    assert saydo.json("show", "report")["project"] == "Job"
    assert {each["source"] for each in saydo.json("commands")["items"]} == {"cli"}


def test_a_tag_is_made_changed_and_removed(saydo: Terminal) -> None:
    assert saydo.run("tags", "make", "#deep work", "--colour", "#ff0000").startswith("Added")
    assert "#deep work" in saydo.run("tags")
    saydo.run("add", "write", "--tags", "deep work")
    saydo.run("tags", "edit", "#deep work", "--name", "focus")
    assert saydo.json("show", "write")["tags"] == ["focus"]
    assert saydo.run("tags", "remove", "#focus") == "Deleted the tag focus.\n"
    assert saydo.json("show", "write")["tags"] == []
    assert "saydo tags make NAME" in saydo.run("tags", "remove", "focus", code=1)
    assert saydo.run("undo") == "Undone: the tag focus is back.\n"
    assert saydo.run("redo") == "Redone: the tag focus is gone again.\n"


def test_a_person_is_known_by_names_and_ways_to_reach_them(saydo: Terminal) -> None:
    names = ("--nickname", "Sally", "--nickname", "Sis", "--role", "sister")
    ways = ("--email", "s@example.org", "--phone", "030 123", "--contact", "Signal = +4930")
    saydo.run("people", "make", "Sarah Miller", *names, *ways, "--notes", "No nuts")
    listed = saydo.run("people")
    for fact in ("Sally, Sis", "sister", "email s@example.org", "signal +4930", "No nuts"):
        assert fact in listed
    emails = ("--email", "a@example.org", "--email", "b@example.org")
    saydo.run("people", "edit", "sis", *emails, "--contact", "signal=none", "--nickname", "none")
    (sarah,) = saydo.json("people")["items"]
    assert sarah["nicknames"] == []
    assert [(each["kind"], each["value"]) for each in sarah["contacts"]] == [
        ("phone", "030 123"),
        ("email", "a@example.org"),
        ("email", "b@example.org"),
    ]
    assert "is no contact" in saydo.run("people", "edit", "sarah", "--contact", "signal", code=1)
    assert saydo.run("people", "edit", "Sarah", "--role", "") == "Changed Sarah Miller.\n"
    assert saydo.run("people", "remove", "miller") == "Deleted Sarah Miller.\n"
    assert saydo.json("people")["items"] == []


def test_a_filter_is_saved_run_and_told_where_it_is_wrong(saydo: Terminal) -> None:
    saydo.run("add", "--exact", "Pay the rent", "--due", "2026-12-01", "--tags", "home")
    saydo.run("add", "--exact", "Milk")
    assert saydo.run("filters", "make", "dues", "due", "by", "2099-01-01", "&", "#home")
    assert "due by 2099-01-01 & #home" in saydo.run("filters")
    listed = saydo.json("list", "--saved", "dues")["items"]
    assert [task["title"] for task in listed] == ["Pay the rent"]
    wrong = saydo.run("filters", "make", "bad", "#home & due before", code=1)
    assert "At character 9, “due before”" in wrong
    assert "“due before”" in saydo.run("filters", "edit", "dues", "--query", "due before", code=1)
    saydo.run("filters", "edit", "dues", "--query", "no date", "--name", "undated")
    listed = saydo.json("list", "--saved", "undated")["items"]
    assert [task["title"] for task in listed] == ["Milk"]
    saydo.run("filters", "remove", "undated")
    assert "undated" in saydo.run("undo")
    assert "Did you mean “undated”?" in saydo.run("list", "--saved", "undatde", code=1)


def test_a_group_says_where_its_options_go(saydo: Terminal) -> None:
    told = saydo.run("projects", "--json", "list", code=2)
    assert "behind list" in told
    assert "No such command" in saydo.run("projects", "mkae", "Work", code=2)
