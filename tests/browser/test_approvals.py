"""What waits for a yes is a card with a button for each answer, whoever asked for it."""

import json
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Request, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage
from tests.browser.server import ControlApi, unique
from tests.patience import until

pytestmark = pytest.mark.browser

AWAY = ("net::ERR_", "status of 5", "Failed to load resource")
SMALLEST_TARGET_PX = 43
LONG = "Send the quarterly report to Maria and ask for the missing figures"


def delete(task: dict[str, Any]) -> dict[str, Any]:
    return {"type": "delete_task", "task_id": task["id"]}


def cards(page: Page) -> Locator:
    return page.get_by_role("region", name="Waits for your yes").get_by_role("group")


def card(page: Page, title: str) -> Locator:
    return cards(page).filter(has_text=title)


def said(page: Page) -> Locator:
    return page.get_by_role("list", name="Conversation")


async def follows(page: Page) -> None:
    await expect(page.get_by_role("region", name="Tasks")).to_have_attribute("aria-busy", "false")


async def signed_in(api: ControlApi, open_page: OpenPage, **options: Any) -> Page:
    page = await open_page(api.sign_in_link(), **options)
    await follows(page)
    return page


def decisions(page: Page) -> list[str]:
    """What the page sends to say yes or no, as it does."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and "/approvals/" in request.url:
            sent.append(str(json.loads(request.post_data or "{}")["decision"]))

    page.on("request", note)
    return sent


async def test_what_a_program_asks_is_answered_by_keyboard_and_done(
    page: Page, api: ControlApi
) -> None:
    await follows(page)
    task = api.create(unique("Rent"))
    api.wish(delete(task))
    question = f'Delete "{task["title"]}"? Say yes or no.'
    await expect(card(page, question)).to_be_visible()
    await expect(page.get_by_role("status").filter(has_text=question)).to_have_attribute(
        "aria-live", "polite"
    )
    yes = card(page, question).get_by_role("button", name="Yes, delete")
    await expect(yes).to_have_accessible_description(question)
    await expect(yes).to_be_enabled()
    await page.get_by_label("Message to Saydo").focus()
    for _ in range(4):
        await page.keyboard.press("Shift+Tab")
        if await yes.evaluate("yes => yes === document.activeElement"):
            break
    await page.keyboard.press("Enter")
    await expect(cards(page)).to_have_count(0)
    assert [each for each in api.tasks() if each["id"] == task["id"]] == []
    await expect(said(page).get_by_role("listitem").last).to_contain_text("Deleted")
    await expect(said(page)).to_be_focused()
    await said(page).get_by_role("button", name="Undo").last.click()
    tasks = page.get_by_role("region", name="Tasks")
    await expect(tasks.get_by_text(task["title"])).to_be_visible()


async def test_a_yes_is_sent_once_however_often_it_is_pressed(page: Page, api: ControlApi) -> None:
    await follows(page)
    task = api.create(unique("Once"))
    api.wish(delete(task))
    yes = card(page, task["title"]).get_by_role("button", name="Yes")
    await expect(yes).to_be_enabled()
    sent = decisions(page)
    await yes.evaluate("yes => { yes.click(); yes.click(); yes.click() }")
    await expect(cards(page)).to_have_count(0)
    assert sent == ["approve"]


async def test_a_no_leaves_everything_as_it_is(page: Page, api: ControlApi) -> None:
    await follows(page)
    task = api.create(unique("Kept"))
    api.wish(delete(task))
    await card(page, task["title"]).get_by_role("button", name="No").click()
    await expect(cards(page)).to_have_count(0)
    await until(lambda: api.task(task["title"])["id"] == task["id"])
    await until(lambda: api.waiting() == [])


async def test_what_waited_before_the_page_was_opened_is_shown_with_all_its_steps(
    api: ControlApi, open_page: OpenPage
) -> None:
    titles = [f"Page {number}" for number in range(12)]
    api.wish(*(delete(api.create(title)) for title in titles))
    page = await signed_in(api, open_page)
    await cards(page).get_by_role("button", name="Show all 12").click()
    steps = page.get_by_role("list", name="What would be done").get_by_role("listitem")
    await expect(steps).to_have_text([f'Delete "{title}"' for title in titles])
    assert await findings(page) == []
    await cards(page).get_by_role("button", name="Yes, delete").click()
    await expect(cards(page)).to_have_count(0)
    assert api.tasks() == []


@pytest.mark.parametrize(
    ("decision", "word"), [("approve", "Answered with yes"), ("refuse", "Answered with no")]
)
async def test_what_is_answered_elsewhere_is_gone_and_said(
    page: Page, api: ControlApi, decision: str, word: str
) -> None:
    await follows(page)
    task = api.create(unique("Elsewhere"))
    approval_id = api.wish(delete(task))
    await card(page, task["title"]).get_by_role("button", name="No").focus()
    api.decide(approval_id, decision)
    await expect(cards(page)).to_have_count(0)
    await expect(page.get_by_role("status").filter(has_text=word)).to_have_count(1)
    assert await page.evaluate("document.activeElement !== document.body")


async def test_what_is_asked_and_answered_in_typed_words_is_a_card_meanwhile(
    api: ControlApi, open_page: OpenPage
) -> None:
    for title in ("Milk", "Tea", "Bread"):
        api.create(title)
    page = await signed_in(api, open_page)
    message = page.get_by_label("Message to Saydo")
    await message.fill("delete all my tasks")
    await message.press("Enter")
    await expect(cards(page)).to_have_count(1)
    await message.fill("no")
    await message.press("Enter")
    await expect(cards(page)).to_have_count(0)
    await until(lambda: len(api.tasks()) == 3)


async def test_other_words_let_it_go_also_those_of_another_page(
    api: ControlApi, open_page: OpenPage
) -> None:
    page = await signed_in(api, open_page)
    api.wish(delete(api.create("Rent")))
    await expect(cards(page)).to_have_count(1)
    api.say("what time is it")
    await expect(cards(page)).to_have_count(0)
    await expect(page.get_by_role("status").filter(has_text="does not wait")).to_have_count(1)


async def test_a_yes_that_comes_too_late_does_nothing_and_is_told_so(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = ("status of 409",)
    page = await signed_in(api, open_page)
    approval_id = api.wish(delete(api.create("Rent")))
    yes = cards(page).get_by_role("button", name="Yes")
    await expect(yes).to_be_enabled()
    await page.route("**/api/v1/approvals", lambda route: route.abort())
    console.expected += AWAY
    api.let_expire(approval_id)
    await yes.click()
    await expect(cards(page)).to_have_count(0)
    late = page.get_by_role("region", name="Waits for your yes").get_by_text("too long ago")
    await expect(late).to_be_visible()
    await until(lambda: [task["title"] for task in api.tasks()] == ["Rent"])


async def test_a_card_goes_when_its_time_is_over(api: ControlApi, open_page: OpenPage) -> None:
    page = await signed_in(api, open_page)
    await page.clock.install()
    await page.reload()
    approval_id = api.wish(delete(api.create("Rent")))
    await expect(cards(page)).to_have_count(1)
    api.let_expire(approval_id)
    await page.clock.fast_forward("05:01")
    await expect(cards(page)).to_have_count(0)
    await expect(page.get_by_role("status").filter(has_text="That was too late")).to_have_count(1)


async def test_an_answer_that_does_not_arrive_is_said_on_the_card_and_can_be_given_again(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    page = await signed_in(own_api, open_page)
    own_api.wish(delete(own_api.create("Rent")))
    yes = cards(page).get_by_role("button", name="Yes")
    await expect(yes).to_be_enabled()
    console.expected = AWAY
    own_api.stop()
    await yes.click()
    await expect(cards(page).get_by_role("alert")).to_contain_text("can't be reached")
    await expect(yes).to_be_focused()
    own_api.start()
    await expect(page.get_by_text("trying again by itself")).to_have_count(0)
    await yes.click()
    await expect(cards(page)).to_have_count(0)
    assert own_api.tasks() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "options",
    [{"viewport": DESKTOP}, {"viewport": PHONE, "is_mobile": True, "has_touch": True}],
    ids=["desktop", "phone"],
)
async def test_the_answers_are_in_sight_and_so_is_the_say_bar(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    api.wish(*(delete(api.create(f"{LONG} {number}")) for number in range(9)))
    page = await signed_in(api, open_page, color_scheme=scheme, reduced_motion="reduce", **options)
    buttons = cards(page).get_by_role("button")
    await expect(buttons).to_have_count(3)
    for button in await buttons.all():
        await expect(button).to_be_enabled()
        await expect(button).to_be_in_viewport(ratio=1)
        box = await button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST_TARGET_PX
    await expect(page.get_by_label("Message to Saydo")).to_be_in_viewport(ratio=1)
    assert (
        await page.evaluate("document.documentElement.scrollWidth")
        <= (options["viewport"]["width"])
    )
    assert await findings(page) == []
