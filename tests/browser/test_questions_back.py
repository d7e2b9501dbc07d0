"""What may be said to a question back can be pressed."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import Console, OpenPage
from tests.browser.server import ControlApi

pytestmark = pytest.mark.browser


def answers(page: Page) -> Locator:
    return page.get_by_role("group", name="Answers").get_by_role("button")


async def say(page: Page, text: str) -> None:
    message = page.get_by_label("Message to Saydo")
    await message.fill(text)
    await message.press("Enter")


@pytest.fixture
def two_emails(own_api: ControlApi) -> ControlApi:
    own_api.create("Email Bob", due="2030-12-10")
    own_api.create("Email Anna")
    return own_api


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
    await expect(lines).to_be_focused()
    assert [task["title"] for task in two_emails.tasks()] == ["Email Bob"]


async def test_a_question_that_is_answered_with_yes_has_both_answers(
    own_api: ControlApi, open_page: OpenPage
) -> None:
    own_api.say("add milk to my shopping list")
    page = await open_page(own_api.sign_in_link())
    await say(page, "add milk to my shopping list")
    await expect(answers(page)).to_have_text(["Yes", "No"])
    await answers(page).first.click()
    await expect(answers(page)).to_have_count(0)
    assert len(own_api.tasks()) == 2


async def test_an_answer_that_does_not_arrive_stays_to_be_pressed_again(
    two_emails: ControlApi, open_page: OpenPage, console: Console
) -> None:
    page = await open_page(two_emails.sign_in_link())
    await say(page, "delete email")
    await expect(answers(page)).to_have_count(2)
    console.expected = ("net::ERR_", "status of 5", "Failed to load resource")
    two_emails.stop()
    await answers(page).first.click()
    messages = page.get_by_role("region", name="Messages")
    await expect(messages.get_by_text("can't be reached")).to_be_visible()
    await expect(answers(page).first).to_be_focused()
    two_emails.start()
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")
    await answers(page).first.click()
    await expect(answers(page)).to_have_count(0)
    assert [task["title"] for task in two_emails.tasks()] == ["Email Bob"]


async def test_other_words_take_the_answers_away(
    two_emails: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(two_emails.sign_in_link())
    await say(page, "delete email")
    await expect(answers(page)).to_have_count(2)
    await say(page, "never mind")
    await expect(answers(page)).to_have_count(0)
    assert len(two_emails.tasks()) == 2
