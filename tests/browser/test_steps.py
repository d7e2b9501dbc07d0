"""What a command of several steps is at is seen and heard, and gone a moment later."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.server import ControlApi, unique

pytestmark = pytest.mark.browser


def steps(page: Page) -> Locator:
    return page.get_by_role("region", name="Steps")


def create(*titles: str) -> list[dict[str, str]]:
    return [{"type": "create_task", "title": title} for title in titles]


async def follows(page: Page, api: ControlApi) -> None:
    """Wait until what happens is told to the page: steps are not told again."""
    tasks = page.get_by_role("region", name="Tasks")
    await expect(tasks).to_have_attribute("aria-busy", "false")
    # The list has been read, so this can only be heard of.
    title = unique("Heard of")
    api.create(title)
    await expect(tasks.get_by_text(title)).to_be_visible()


async def test_the_steps_of_a_command_are_shown_and_told_and_gone_a_moment_later(
    page: Page, api: ControlApi
) -> None:
    await follows(page, api)
    titles = [unique(thing) for thing in ("Milk", "Tea")]
    api.act(*create(*titles))
    shown = steps(page).get_by_role("listitem")
    await expect(shown).to_have_text([f'✓Add "{title}", done' for title in titles])
    told = page.get_by_role("status").filter(has_text="All 2 steps are done")
    await expect(told).to_have_attribute("aria-live", "polite")
    assert await findings(page) == []
    await expect(steps(page)).to_have_count(0)
    await expect(told).to_have_count(0)


async def test_a_step_that_fails_is_seen_and_so_is_that_nothing_was_changed(
    page: Page, api: ControlApi
) -> None:
    await follows(page, api)
    title = unique("Milk")
    nothing = {"type": "delete_task", "task_id": "22222222-2222-4222-8222-222222222222"}
    assert api.ask(*create(title), nothing) == "refused"
    await expect(steps(page)).to_contain_text("Nothing was changed")
    assert await steps(page).get_by_role("listitem").all_text_contents() == [
        *(f'·Add "{title}", left as it was', "✕Delete it, failed")
    ]


async def test_of_many_steps_the_first_are_named_and_one_alone_is_not_shown(
    page: Page, api: ControlApi
) -> None:
    await follows(page, api)
    api.act(*create(unique("Alone")))
    api.act(*create(*(unique("Many") for _ in range(20))))
    await expect(steps(page).get_by_text("and 14 more")).to_be_visible()
    await expect(steps(page).get_by_role("listitem")).to_have_count(6)
    await expect(page.get_by_label("Message to Saydo")).to_be_in_viewport(ratio=1)
    assert not re.search("Alone", await steps(page).inner_text())
