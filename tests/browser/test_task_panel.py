"""The panel of one task: all of it is changed there, by keyboard, and can be taken back."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

TITLE = "Water the palm"
SIZES = pytest.mark.parametrize(
    ("scheme", "options"),
    [
        ("light", {"viewport": DESKTOP}),
        ("dark", {"viewport": PHONE, "is_mobile": True, "has_touch": True}),
    ],
    ids=["desktop", "phone"],
)


def panel_of(page: Page) -> Locator:
    return page.get_by_role("region", name="Task", exact=True)


async def test_a_task_is_changed_by_keyboard_alone(api: ControlApi, open_page: OpenPage) -> None:
    api.create(TITLE)
    page = await open_page(api.sign_in_link())
    panel = panel_of(page)
    await page.get_by_role("button", name=TITLE, exact=True).press("Enter")
    await panel.get_by_role("button", name="Priority").press("Enter")
    await expect(panel.get_by_role("button", name="No priority")).to_be_focused()
    await panel.get_by_role("button", name="Urgent", exact=True).press("Enter")
    await expect(panel.get_by_role("button", name="Priority Urgent")).to_be_focused()
    await expect(panel.get_by_text(f"Make {TITLE} urgent priority")).to_be_visible()
    for field, text in (
        ("Add a tag", "garden"),
        ("Add a person", "Sarah"),
        ("Add a subtask", "Fill the can"),
        ("Add a comment", "The brown leaves go"),
    ):
        await panel.get_by_label(field, exact=True).fill(text)
        await panel.get_by_label(field, exact=True).press("Enter")
        await expect(panel.get_by_text(text, exact=False).first).to_be_visible()
    await panel.get_by_label("Notes").fill("Not in the sun")
    await panel.get_by_label("Notes").press("Control+Enter")
    await until(lambda: api.task(TITLE)["notes"] == "Not in the sun")
    task = api.task(TITLE)
    assert (task["priority"], task["tags"], task["assignees"]) == ("urgent", ["garden"], ["Sarah"])
    await until(
        lambda: [each["parent_id"] for each in api.tasks(search="Fill the can")] == [task["id"]]
    )
    await page.keyboard.press("Escape")
    await expect(panel).to_have_count(0)
    await expect(page.get_by_role("button", name=TITLE, exact=True)).to_be_focused()


async def test_what_is_refused_is_taken_back_with_the_reason(
    api: ControlApi, open_page: OpenPage
) -> None:
    waited_for = api.create("Buy a can")["id"]
    api.create(TITLE, depends_on=[waited_for])
    page = await open_page(api.sign_in_link())
    panel = panel_of(page)
    await page.get_by_role("button", name=TITLE, exact=True).click()
    await panel.get_by_role("checkbox", name=f"Complete “{TITLE}”").click()
    await expect(page.get_by_role("region", name="Messages")).to_contain_text("Buy a can")
    await expect(panel.get_by_role("checkbox", name=f"Complete “{TITLE}”")).not_to_be_checked()
    await panel.get_by_role("button", name="Remove Buy a can").click()
    await until(lambda: api.task(TITLE)["depends_on"] == [])
    await expect(panel.get_by_text("Waits for another task")).to_have_count(0)


async def test_each_change_is_undone_and_done_again(api: ControlApi, open_page: OpenPage) -> None:
    said = api.say(f"add {TITLE.lower()} tomorrow")
    api.act({"type": "update_task", "task_id": said["tasks"][0]["id"], "priority": "high"})
    page = await open_page(api.sign_in_link())
    panel = panel_of(page)
    await page.get_by_role("button", name=TITLE, exact=True).click()
    await panel.get_by_role("button", name="History").click()
    await expect(panel.get_by_text(f"add {TITLE.lower()} tomorrow")).to_be_visible()
    await panel.get_by_role("button", name="Undo: Priority: High priority").click()
    await until(lambda: api.task(TITLE)["priority"] is None)
    await expect(panel.get_by_role("button", name="Priority None")).to_be_visible()
    await page.goto(f"{api.address}/activity")
    activity = page.get_by_role("region", name="Activity")
    await expect(activity.get_by_text(f"add {TITLE.lower()} tomorrow")).to_be_visible()
    await activity.get_by_role("button", name=f"Redo: {TITLE}").click()
    await until(lambda: api.task(TITLE)["priority"] == "high")
    await expect(activity.get_by_role("button", name="Redo:")).to_have_count(0)
    assert await findings(page) == []


@SIZES
async def test_everybody_can_see_reach_and_hear_it(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, object]
) -> None:
    task = api.create(
        TITLE,
        due="2026-11-24",
        repeat={"rule": "FREQ=WEEKLY;INTERVAL=2"},
        priority="high",
        tags=["garden"],
        reminders=[{"before_min": 60}],
        links=[{"url": "https://example.org", "title": "How much"}],
    )
    api.create("Fill the can", parent_id=task["id"])
    page = await open_page(api.sign_in_link(), color_scheme=scheme, **options)
    await page.get_by_role("button", name=TITLE, exact=True).click()
    panel = panel_of(page)
    await expect(panel.get_by_role("list", name="Next:").get_by_role("listitem")).to_have_count(5)
    await panel.get_by_role("button", name="Repeat Every 2 weeks").click()
    await panel.get_by_role("button", name="History").click()
    await expect(panel.get_by_role("link", name="How much")).to_be_visible()
    assert await findings(page) == []
