"""What may be said to a question back can be pressed."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi
from tests.patience import until

pytestmark = pytest.mark.browser


def answers(page: Page) -> Locator:
    return page.get_by_role("group", name="Answers").get_by_role("button")


async def say(page: Page, text: str) -> None:
    message = page.get_by_label("Message to Saydo")
    await message.fill(text)
    await message.press("Enter")


def write_two(api: ControlApi) -> ControlApi:
    api.create("Email Bob", due="2030-12-10")
    api.create("Email Anna")
    return api


@pytest.fixture
def two_emails(api: ControlApi) -> ControlApi:
    return write_two(api)


async def test_an_answer_that_is_pressed_is_said_in_the_same_conversation(
    two_emails: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(two_emails.sign_in_link())
    await say(page, "delete email")
    await expect(answers(page)).to_have_text(["Email Anna", "Email Bob"])
    assert await findings(page) == []
    await answers(page).first.focus()
    await page.keyboard.press("Enter")
    await expect(answers(page)).to_have_count(0)
    lines = page.get_by_role("list", name="Conversation")
    await expect(lines.get_by_role("listitem").last).to_contain_text("Deleted")
    await expect(page.get_by_label("Message to Saydo")).to_be_focused()
    assert [task["title"] for task in two_emails.tasks()] == ["Email Bob"]


async def test_a_question_that_is_answered_with_yes_has_both_answers(
    api: ControlApi, open_page: OpenPage
) -> None:
    api.say("add milk to my shopping list")
    page = await open_page(api.sign_in_link())
    await say(page, "add milk to my shopping list")
    await expect(answers(page)).to_have_text(["Yes", "No"])
    await answers(page).first.click()
    await expect(answers(page)).to_have_count(0)
    await until(lambda: len(api.tasks()) == 2)


async def test_an_answer_that_does_not_arrive_is_kept_and_given_once(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    write_two(own_api)
    page = await open_page(own_api.sign_in_link())
    await say(page, "delete email")
    await expect(answers(page)).to_have_count(2)
    console.expected = ("net::ERR_", "status of 5", "Failed to load resource")
    own_api.stop()
    await answers(page).first.click()
    await expect(page.get_by_role("status").filter(has_text="is sent as soon")).to_be_visible()
    await expect(answers(page)).to_have_count(0)
    await expect(page.get_by_label("Message to Saydo")).to_be_focused()
    own_api.start()
    await until(lambda: len(own_api.tasks()) == 1)
    await until(lambda: [task["title"] for task in own_api.tasks()] == ["Email Bob"])


async def test_other_words_take_the_answers_away(
    two_emails: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(two_emails.sign_in_link())
    await say(page, "delete email")
    await expect(answers(page)).to_have_count(2)
    await say(page, "never mind")
    await expect(answers(page)).to_have_count(0)
    assert len(two_emails.tasks()) == 2
