"""The task list on the page: live, by mouse and by keyboard, and never running what it shows."""

import uuid
from datetime import UTC, datetime

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi, unique
from tests.patience import until

pytestmark = pytest.mark.browser

HOSTILE_TITLES = [
    "<script>window.hacked = 1</script>",
    '<img src=x onerror="window.hacked = 1">',
    '"><svg onload=window.hacked=1>',
    "javascript:window.hacked=1",
    "{{constructor.constructor('window.hacked=1')()}}",
]


def row(page: Page, title: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_text(title, exact=True))


async def test_what_is_typed_becomes_a_task(page: Page, api: ControlApi) -> None:
    title = unique("Polish the trumpet")
    await page.get_by_label("Message to Saydo").fill(f"Add {title}")
    await page.keyboard.press("Enter")
    tasks = page.get_by_role("region", name="Tasks")
    await expect(tasks.get_by_text(title)).to_be_visible()
    await expect(page.get_by_role("list", name="Conversation")).to_contain_text(title)
    await until(lambda: title in [task["title"] for task in api.tasks()])


async def test_a_change_from_elsewhere_appears_by_itself(page: Page, api: ControlApi) -> None:
    title = unique("Feed the cat")
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    api.create(title)
    await expect(row(page, title)).to_be_visible()


async def test_what_is_special_about_a_task_is_seen_beside_it(page: Page, api: ControlApi) -> None:
    title = unique("Water the palm")
    api.create(
        title,
        due=f"{datetime.now(UTC):%Y-%m-%d}",
        priority="urgent",
        tags=["garden"],
        assignees=["Sarah"],
        repeat={"rule": "FREQ=WEEKLY;INTERVAL=2"},
    )
    for mark in ("Urgent", "#garden", "@Sarah", "Every 2 weeks"):
        await expect(row(page, title).get_by_text(mark, exact=True)).to_be_visible()


async def test_checking_off_can_be_undone(page: Page, api: ControlApi) -> None:
    title = unique("Pay the rent")
    api.create(title)
    await row(page, title).get_by_role("checkbox").click()
    await until(lambda: api.task(title)["status"] == "completed")
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await until(lambda: api.task(title)["status"] == "todo")
    await expect(row(page, title).get_by_role("checkbox")).not_to_be_checked()


async def test_a_task_under_way_stays_shown(page: Page, api: ControlApi) -> None:
    title = unique("Paint the fence")
    api.act({"type": "start_task", "task_id": api.create(title)["id"]})
    mark = row(page, title).get_by_text("In progress", exact=True)
    await expect(mark).to_be_visible()
    await page.reload()
    await expect(mark).to_be_visible()


async def test_what_one_command_adds_keeps_its_order(page: Page, api: ControlApi) -> None:
    mark = unique("for the soup")
    titles = [f"{thing} {mark}" for thing in ("Leeks", "Carrots", "Potatoes")]
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    api.act(*({"type": "create_task", "title": title} for title in titles))
    shown = page.get_by_role("listitem").filter(has_text=mark).locator(".title")
    await expect(shown).to_have_text(titles)
    await page.reload()
    await expect(shown).to_have_text(titles)
    first = f"Delete “{titles[0]}”"
    await page.get_by_role("button", name=first).click()
    await expect(shown).to_have_text(titles[1:])
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await expect(shown).to_have_text(titles)


async def test_what_was_just_completed_is_shown_however_much_was_before(
    api: ControlApi, open_page: OpenPage
) -> None:
    api.create("Begun long ago")
    ids = [str(uuid.UUID(int=number)) for number in range(201)]
    api.act(*({"type": "create_task", "title": each, "task_id": each} for each in ids))
    api.act(*({"type": "complete_task", "task_id": each} for each in ids))
    page = await open_page(api.sign_in_link())
    await row(page, "Begun long ago").get_by_role("checkbox").click()
    await until(lambda: api.task("Begun long ago")["status"] == "completed")
    await page.get_by_role("link", name="Completed").click()
    rows = page.get_by_role("list", name="List").locator(".row")
    await expect(rows.first).to_contain_text("Begun long ago")
    await rows.first.get_by_role("checkbox").focus()
    oldest = rows.get_by_text(ids[0])
    for _ in range(5):
        await page.keyboard.press("End")
    await expect(oldest).to_be_visible()


async def test_completed_tasks_can_be_opened_again(page: Page, api: ControlApi) -> None:
    title = unique("Fix the lamp")
    api.create(title)
    await row(page, title).get_by_role("checkbox").click()
    await page.get_by_role("link", name="Completed").click()
    await page.get_by_role("checkbox", name=f"Reopen “{title}”").click()
    await until(lambda: api.task(title)["status"] == "todo")


async def test_a_deleted_task_can_be_brought_back(page: Page, api: ControlApi) -> None:
    title = unique("Read the book")
    api.create(title)
    await page.get_by_role("button", name=f"Delete “{title}”").click()
    await expect(row(page, title)).to_have_count(0)
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await expect(row(page, title)).to_be_visible()


async def test_a_title_can_be_changed_or_left(page: Page, api: ControlApi) -> None:
    before, after = unique("Call Bob"), unique("Call Bob back")
    api.create(before)
    await row(page, before).get_by_role("checkbox").focus()
    await page.keyboard.press("e")
    await page.get_by_label("New title").fill("Never saved")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name=before, exact=True)).to_be_focused()
    await page.keyboard.press("e")
    await page.get_by_label("New title").fill(after)
    await page.keyboard.press("Enter")
    await expect(row(page, after)).to_be_visible()
    assert [task["title"] for task in api.tasks() if "Never" in task["title"]] == []


async def test_a_due_date_can_be_set_changed_and_taken_away(page: Page, api: ControlApi) -> None:
    title = unique("See the dentist")
    api.create(title)
    await page.get_by_role("button", name=f"Set when “{title}” is due").click()
    await page.get_by_label("Date", exact=True).fill("2999-12-24")
    await page.get_by_label("Time", exact=True).fill("15:00")
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator("[data-group=later]").get_by_text(title)).to_be_visible()
    await until(lambda: api.task(title)["due"] == "2999-12-24T15:00:00")
    await row(page, title).get_by_role("button", name="Change when").click()
    await page.get_by_role("button", name="Tomorrow", exact=True).click()
    await expect(page.locator("[data-group=tomorrow]").get_by_text(title)).to_be_visible()
    await row(page, title).get_by_role("button", name="Change when").click()
    await page.get_by_role("button", name="No date", exact=True).click()
    await until(lambda: api.task(title)["due"] is None)


async def test_only_what_changes_something_can_be_undone(page: Page, api: ControlApi) -> None:
    title = unique("Count the spoons")
    box = page.get_by_label("Message to Saydo")
    lines = page.get_by_role("list", name="Conversation").get_by_role("listitem")
    await box.fill(f"Add {title}")
    await box.press("Enter")
    await expect(lines.last.get_by_role("button", name="Undo")).to_be_visible()
    await box.fill("What's on for today?")
    await box.press("Enter")
    await expect(lines).to_have_count(4)
    await expect(lines.last.get_by_role("button")).to_have_count(0)


async def test_each_priority_is_seen_and_looks_like_no_other(page: Page, api: ControlApi) -> None:
    colours = set()
    for priority, words in (
        ("urgent", "Urgent"),
        ("high", "High priority"),
        ("medium", "Medium priority"),
        ("low", "Low priority"),
    ):
        title = unique("Priority")
        api.create(title, priority=priority)
        mark = row(page, title).get_by_text(words, exact=True)
        await expect(mark).to_be_visible()
        colours.add(await mark.evaluate("e => getComputedStyle(e, '::before').backgroundColor"))
    assert len(colours) == 4


async def test_what_was_said_is_seen_also_where_it_does_not_belong(
    page: Page, api: ControlApi
) -> None:
    await page.get_by_role("link", name="Today").click()
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    title = unique("Paint the shed")
    api.create(title, due="2999-01-01")
    added = page.get_by_role("status").filter(has_text="Just added")
    await expect(added).to_contain_text(title)
    await added.get_by_role("button", name=title).click()
    await expect(page.get_by_role("region", name="Task", exact=True)).to_contain_text(title)


async def test_everything_can_be_done_by_keyboard(page: Page, api: ControlApi) -> None:
    title = unique("Water the plants")
    await page.keyboard.press("/")
    await expect(page.get_by_label("Message to Saydo")).to_be_focused()
    await page.keyboard.type(f"Add {title}")
    await page.keyboard.press("Enter")
    checkbox = row(page, title).get_by_role("checkbox")
    await expect(checkbox).to_be_visible()
    await checkbox.focus()
    await page.keyboard.press("Space")
    await until(lambda: api.task(title)["status"] == "completed")
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").focus()
    await page.keyboard.press("Enter")
    await until(lambda: api.task(title)["status"] == "todo")


async def test_titles_are_shown_and_never_run(page: Page, api: ControlApi) -> None:
    for title in HOSTILE_TITLES:
        api.create(title)
    await page.reload()
    for title in HOSTILE_TITLES:
        await expect(page.get_by_text(title, exact=True)).to_be_visible()
        await row(page, title).get_by_role("checkbox").click()
        await until(lambda title=title: api.task(title)["status"] == "completed")  # type: ignore[misc]
    await page.get_by_label("Message to Saydo").fill(f"Add {HOSTILE_TITLES[1]}")
    await page.keyboard.press("Enter")
    await expect(
        page.get_by_role("list", name="Conversation").get_by_role("listitem")
    ).to_have_count(2)
    assert await page.evaluate("window.hacked") is None


async def test_a_page_comes_back_by_itself_when_the_server_does(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("net::ERR_",)
    page = await open_page(own_api.sign_in_link())
    await expect(page.get_by_role("heading", name="Tasks")).to_be_visible()
    own_api.stop()
    banner = page.get_by_role("alert").filter(has_text="can't be reached")
    await expect(banner).to_be_visible()
    await page.get_by_label("Message to Saydo").fill("Add never lost")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").filter(has_text="Add never lost")).to_be_visible()
    own_api.start()
    own_api.create("Made while away")
    await expect(row(page, "Made while away")).to_be_visible()
    await expect(banner).to_have_count(0)
