"""What was deleted is brought back from the trash, or deleted for good, which asks first."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser


@pytest.fixture
def deleted(api: ControlApi) -> ControlApi:
    for title in ("Bread", "Milk", "Tea"):
        task = api.create(title)
        api.act({"type": "delete_task", "task_id": task["id"]})
    return api


def rows(page: Page) -> Locator:
    return page.get_by_role("region", name="Trash").get_by_role("listitem")


async def test_a_thing_is_brought_back(deleted: ControlApi, open_page: OpenPage) -> None:
    page = await open_page(deleted.sign_in_link("trash"))
    await expect(rows(page)).to_have_count(3)
    await page.get_by_role("button", name="Bring back “Milk”").click()
    await expect(rows(page)).to_have_count(2)
    await expect(page.get_by_role("region", name="Messages")).to_contain_text("“Milk” is back")
    assert [task["title"] for task in deleted.tasks()] == ["Milk"]


async def test_one_thing_or_all_of_it_is_deleted_for_good_after_a_yes(
    deleted: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(deleted.sign_in_link("trash"))
    await page.get_by_role("button", name="Delete “Milk” for good").click()
    question = page.get_by_role("dialog", name="Delete “Milk” for good?")
    await expect(question.get_by_role("button", name="Keep")).to_be_focused()
    assert await findings(page) == []
    await page.keyboard.press("Escape")
    await expect(question).to_have_count(0)
    await expect(rows(page)).to_have_count(3)
    await page.get_by_role("button", name="Delete “Milk” for good").click()
    await question.get_by_role("button", name="Delete for good").click()
    await expect(rows(page)).to_have_count(2)
    await page.get_by_role("button", name="Empty the trash").click()
    await page.get_by_role("button", name="Delete for good", exact=True).click()
    await expect(page.get_by_text("The trash is empty")).to_be_visible()


async def test_what_is_deleted_elsewhere_appears_by_itself(
    deleted: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(deleted.sign_in_link("trash"))
    await expect(rows(page)).to_have_count(3)
    deleted.act({"type": "create_project", "name": "Attic"}, {"type": "create_tag", "name": "old"})
    deleted.act({"type": "delete_task", "task_id": deleted.create("Rice")["id"]})
    await expect(rows(page)).to_have_count(4)
    await expect(rows(page).first).to_contain_text("Rice")
    await until(lambda: deleted.tasks() == [])
