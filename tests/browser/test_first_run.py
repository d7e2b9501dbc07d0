"""How somebody begins: shown once, skipped by one press, and the first task within a minute."""

import json
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser

SENTENCE = "Remind me to call Sarah tomorrow at three"
ON_PHONE: dict[str, Any] = {"viewport": PHONE, "is_mobile": True, "has_touch": True}
KINDS = pytest.mark.parametrize(
    ("scheme", "options"),
    [("light", {"viewport": DESKTOP}), ("dark", ON_PHONE)],
    ids=["light-desktop", "dark-phone"],
)


async def arrived(api: ControlApi, open_page: OpenPage, **options: Any) -> tuple[Page, Locator]:
    page = await open_page(api.sign_in_link("today"), is_new=True, **options)
    return page, page.get_by_role("region", name="Welcome")


async def kept(page: Page, api: ControlApi) -> dict[str, Any]:
    """What the browser keeps of how Alice has begun."""
    found = await page.wait_for_function(
        "ids => ids.map(id => localStorage.getItem(`saydo.firstRun.${id}`)).find(Boolean)",
        arg=[*api.owner_ids],
    )
    beginning: dict[str, Any] = json.loads(await found.json_value())
    return beginning


@KINDS
async def test_axe_finds_nothing_in_any_step_and_the_bar_stays_in_sight(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    page, welcome = await arrived(
        api, open_page, color_scheme=scheme, reduced_motion="reduce", **options
    )
    for step in range(1, 5):
        await expect(welcome.get_by_text(f"Step {step} of 4")).to_be_visible()
        heading = welcome.get_by_role("heading", level=2)
        if step > 1:
            await expect(heading).to_be_focused()
        await expect(welcome.get_by_role("button").last).to_be_in_viewport(ratio=1)
        await expect(page.get_by_label("Message to Saydo")).to_be_in_viewport(ratio=1)
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= options["viewport"]["width"]
        assert (step, await findings(page)) == (step, [])
        await welcome.get_by_role("button").last.click()
    await expect(welcome).to_have_count(0)
    await expect(page.get_by_role("heading", level=1)).to_be_focused()


async def test_it_tells_what_is_stored_where_and_what_may_leave(
    own_api: ControlApi, open_page: OpenPage
) -> None:
    own_api.act(
        {
            "type": "change_settings",
            "hearing_leaves": "never",
            "thinking_leaves": "never",
            "speaking_leaves": "never",
        }
    )
    _, welcome = await arrived(own_api, open_page)
    await expect(welcome).to_contain_text("in one file on this machine")
    await expect(welcome).to_contain_text("goes nowhere else")
    own_api.act({"type": "change_settings", "hearing_leaves": "always"})
    await expect(welcome).to_contain_text("may the sound of your voice go there")


async def test_the_first_task_appears_and_how_long_it_took_is_kept_here(
    api: ControlApi, open_page: OpenPage
) -> None:
    page, welcome = await arrived(api, open_page)
    for _ in range(2):
        await welcome.get_by_role("button", name="Next").click()
    await welcome.get_by_role("button", name="Put it into the bar").click()
    box = page.get_by_label("Message to Saydo")
    await expect(box).to_be_focused()
    await expect(box).to_have_value(SENTENCE)
    await box.press("Enter")
    await expect(welcome.get_by_role("status")).to_contain_text("There it is")
    await expect(welcome.get_by_role("status")).to_contain_text("Tomorrow, 3:00 PM")
    beginning = await kept(page, api)
    assert 0 < beginning["firstTaskMs"] < 60_000
    (measured,) = await page.evaluate(
        "performance.getEntriesByName('saydo.firstTask').map(entry => entry.duration)"
    )
    assert abs(measured - beginning["firstTaskMs"]) < 1_000
    await welcome.get_by_role("link", name="See it in Upcoming").click()
    listed = page.get_by_role("list", name="List")
    await expect(listed).to_contain_text(api.tasks()[0]["title"])
    await expect(welcome).to_contain_text("There it is")


async def test_the_sample_project_is_one_command_and_one_undo(
    api: ControlApi, open_page: OpenPage
) -> None:
    page, welcome = await arrived(api, open_page)
    for _ in range(3):
        await welcome.get_by_role("button", name="Next").click()
    await welcome.get_by_role("button", name="Make the sample project").press("Enter")
    link = welcome.get_by_role("link", name="See the sample project")
    await expect(link).to_be_focused()
    await until(lambda: len(api.tasks()) == 6)
    await until(lambda: {task["project"] for task in api.tasks()} == {"Trying Saydo"})
    assert (await kept(page, api))["firstTaskMs"] is None
    await page.get_by_role("region", name="Messages").get_by_role("button", name="Undo").click()
    await until(lambda: api.tasks() == [])
    await expect(page.get_by_role("link", name="Trying Saydo")).to_have_count(0)


async def test_it_is_skipped_by_one_press_and_does_not_come_back(
    api: ControlApi, open_page: OpenPage
) -> None:
    page, welcome = await arrived(api, open_page)
    await welcome.get_by_role("button", name="Skip").click()
    await expect(welcome).to_have_count(0)
    await page.reload()
    await expect(page.get_by_text("Nothing left for today")).to_be_visible()
    await expect(welcome).to_have_count(0)


async def test_who_has_tasks_is_not_shown_how_to_begin(
    api: ControlApi, open_page: OpenPage
) -> None:
    api.act({"type": "complete_task", "task_id": api.create("Bought the lamp")["id"]})
    page, welcome = await arrived(api, open_page)
    await expect(page.get_by_text("Nothing left for today")).to_be_visible()
    assert (await kept(page, api))["isOver"] is True
    await expect(welcome).to_have_count(0)


async def test_a_hint_comes_once_it_is_earned_and_goes_for_good(
    api: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(api.sign_in_link())
    box = page.get_by_label("Message to Saydo")
    hint = page.get_by_role("complementary", name="Hint")
    for count, title in enumerate(("Bread", "Milk", "Rice"), start=1):
        await expect(hint).to_have_count(0)
        await box.fill(f"Add {title}")
        await box.press("Enter")
        await until(lambda count=count: len(api.tasks()) == count)  # type: ignore[misc]
    await expect(hint).to_contain_text("Ctrl+K finds any task")
    assert await findings(page) == []
    await hint.get_by_role("button", name="Got it").press("Enter")
    await expect(hint).to_have_count(0)
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await page.reload()
    await expect(page.get_by_role("list", name="List")).to_contain_text("Rice")
    await expect(hint).to_have_count(0)
