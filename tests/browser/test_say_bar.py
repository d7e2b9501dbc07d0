"""The bar to type into: what is understood is shown, names are completed, nothing typed is lost."""

import json
import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Request, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage
from tests.browser.server import ControlApi, unique
from tests.patience import until

pytestmark = pytest.mark.browser

AWAY = ("net::ERR_", "status of 5", "Failed to load resource")
PHONE_IN_HAND = {"viewport": PHONE, "is_mobile": True, "has_touch": True}


def box(page: Page) -> Locator:
    return page.get_by_label("Message to Saydo")


def chips(page: Page) -> Locator:
    return page.get_by_role("group", name="What is understood")


def option(page: Page, name: str) -> Locator:
    return page.get_by_role("option", name=name)


def commands(page: Page) -> list[dict[str, Any]]:
    """What the page sends to be done, as it does; dry runs are not among it."""
    sent: list[dict[str, Any]] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/commands"):
            body = json.loads(request.post_data or "{}")
            if not body.get("dry_run"):
                sent.append({**body, "key": request.headers.get("idempotency-key")})

    page.on("request", note)
    return sent


async def test_what_is_understood_is_shown_while_it_is_typed(page: Page) -> None:
    await box(page).fill("call Sarah tomorrow at three #bank p1")
    await expect(chips(page)).to_contain_text("New task: Call Sarah")
    for words in ("tomorrow at three", "#bank", "p1"):
        await expect(chips(page)).to_contain_text(words)
    await expect(chips(page)).to_contain_text("Tomorrow")
    assert await findings(page) == []
    await box(page).fill("")
    await expect(chips(page)).to_have_count(0)


async def test_a_part_that_is_taken_back_becomes_words_of_the_title(
    page: Page, api: ControlApi
) -> None:
    name = unique("Call Sarah")
    await box(page).fill(f"{name} tomorrow #bank")
    await page.get_by_role("button", name="Date “tomorrow”: take it as words of the title").click()
    await expect(chips(page)).to_contain_text(f"New task: {name} tomorrow")
    await expect(box(page)).to_be_focused()
    await page.keyboard.press("Enter")
    await until(lambda: api.tasks(search=name))
    task = api.task(f"{name} tomorrow")
    assert (task["due"], task["tags"]) == (None, ["bank"])
    await expect(box(page)).to_have_value("")


async def test_what_was_taken_back_counts_as_long_as_it_is_typed(page: Page) -> None:
    await box(page).fill("call Sarah tomorrow")
    await page.get_by_role("button", name=re.compile("^Date “tomorrow”")).click()
    await expect(chips(page)).to_contain_text("New task: Call Sarah tomorrow")
    await box(page).fill("call Sarah")
    await box(page).fill("call Sarah tomorrow")
    await expect(page.get_by_role("button", name=re.compile("^Date “tomorrow”"))).to_be_visible()


async def test_a_deed_a_question_and_what_is_no_command_are_told_before_they_are_sent(
    page: Page, api: ControlApi
) -> None:
    for title in ("Polish the sextant", "Sell the sextant", "Pay the cobbler"):
        api.create(title)
    for text, told in (
        ("done with the cobbler", "Completes: Pay the cobbler"),
        ("delete sextant", "Which one do you mean"),
        ("delete all my tasks", "Asks for your yes first"),
        ("some new curtains", "No plain command"),
    ):
        await box(page).fill(text)
        await expect(chips(page)).to_contain_text(told)
    await page.get_by_role("button", name="Add it as a task").click()
    await until(lambda: api.tasks(search="some new curtains"))
    await until(
        lambda: {"Pay the cobbler", "Sell the sextant"} <= {task["title"] for task in api.tasks()}
    )


async def test_only_the_newest_answer_is_shown(page: Page) -> None:
    held = []
    await page.route(
        "**/api/v1/commands",
        lambda route: (
            held.append(route)
            if "first" in (route.request.post_data or "")
            else None or route.continue_()
        ),
    )
    await box(page).fill("remind me of the first thing")
    await until(lambda: held)
    await box(page).fill("remind me of the second thing")
    await expect(chips(page)).to_contain_text("second thing")
    await expect(chips(page)).not_to_contain_text("first thing")


async def test_names_are_completed_by_keyboard(page: Page, api: ControlApi) -> None:
    api.create("a", project="Home office", tags=["bank", "bakery"], assignees=["Anna Bell"])
    await expect(page.get_by_role("link", name="Home office")).to_be_visible()
    field, title = box(page), unique("plan it")
    await field.press_sequentially(f"{title} #ba")
    await expect(option(page, "bank")).to_have_attribute("aria-selected", "true")
    await expect(field).to_have_attribute("aria-expanded", "true")
    assert await findings(page) == []
    await page.keyboard.press("ArrowDown")
    await expect(option(page, "bakery")).to_have_attribute("aria-selected", "true")
    active = await field.get_attribute("aria-activedescendant")
    assert active == await option(page, "bakery").get_attribute("id")
    await page.keyboard.press("Enter")
    await expect(field).to_have_value(f"{title} #bakery ")
    await field.press_sequentially("@an")
    await option(page, "Anna Bell").click()
    await field.press_sequentially("/off")
    await expect(option(page, "Home office")).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(field).to_have_value(f"{title} #bakery @Anna Bell /Home office ")
    await expect(field).to_be_focused()
    await field.press_sequentially("#ba")
    await expect(page.get_by_role("listbox")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox")).to_have_count(0)
    await field.fill(f"{title} #bakery @Anna Bell /Home office")
    await page.keyboard.press("Enter")
    await until(lambda: api.tasks(search=title))
    (task,) = api.tasks(search=title)
    assert (task["tags"], task["assignees"]) == (["bakery"], ["Anna Bell"])
    assert task["project"] == "Home office"


async def test_who_types_on_at_once_finds_every_letter_in_its_place(
    page: Page, api: ControlApi
) -> None:
    api.create("a", project="Home office", tags=["bank"])
    await expect(page.get_by_role("link", name="Home office")).to_be_visible()
    # A browser that is busy paints late.
    await page.evaluate(
        "() => { window.requestAnimationFrame = (paint) => setTimeout(paint, 200); }"
    )
    field = box(page)
    await field.press_sequentially("plan it #ba")
    await option(page, "bank").wait_for()
    await page.keyboard.press("Tab")
    await field.press_sequentially("/of", delay=100)
    await field.press_sequentially("fice", delay=100)
    await expect(field).to_have_value("plan it #bank /office")


async def test_the_arrow_brings_back_what_was_said(page: Page) -> None:
    first, second = "what time is it", "what day is it"
    for text in (first, second):
        await box(page).fill(text)
        await page.keyboard.press("Enter")
        await expect(box(page)).to_have_value("")
    for key, text in (("Up", second), ("Up", first), ("Down", second), ("Down", "")):
        await page.keyboard.press(f"Arrow{key}")
        await expect(box(page)).to_have_value(text)


async def test_what_is_said_while_the_server_is_away_is_shown_and_done_once_when_it_is_back(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    page = await open_page(own_api.sign_in_link())
    sent = commands(page)
    await expect(box(page)).to_be_visible()
    own_api.stop()
    await expect(page.get_by_text("can't be reached").first).to_be_visible()
    await box(page).fill("remind me to feed the cat")
    await page.keyboard.press("Enter")
    kept = page.get_by_role("status").filter(has_text="feed the cat")
    await expect(kept).to_contain_text("as soon as Saydo can be reached")
    assert await findings(page) == []
    await until(lambda: len(sent) > 1)
    own_api.start()
    await until(lambda: own_api.tasks(search="feed the cat"))
    await expect(kept).to_have_count(0)
    await until(lambda: [task["title"] for task in own_api.tasks()] == ["Feed the cat"])
    assert len({each["key"] for each in sent}) == 1


async def test_what_hangs_is_shown_and_asked_again_with_the_same_key(
    api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    """The first request arrives, and its answer does not."""
    console.expected = AWAY
    page = await open_page(api.sign_in_link())
    sent = commands(page)

    async def lose_the_answer(route: Any) -> None:
        if "dry_run" in (route.request.post_data or "") or len(sent) > 1:
            await route.continue_()
            return
        await route.fetch()
        await route.abort()

    await page.route("**/api/v1/commands", lose_the_answer)
    await box(page).fill("remind me to feed the dog")
    await page.keyboard.press("Enter")
    said = page.get_by_role("list", name="Conversation").get_by_role("listitem")
    await expect(said.first).to_contain_text("feed the dog")
    await until(lambda: [task["title"] for task in api.tasks()] == ["Feed the dog"])
    assert len(sent) > 1
    assert len({each["key"] for each in sent}) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "options", [{"viewport": DESKTOP}, PHONE_IN_HAND], ids=["desktop", "phone"]
)
async def test_the_bar_has_room_for_all_that_it_shows(
    api: ControlApi, open_page: OpenPage, scheme: str, options: dict[str, Any]
) -> None:
    for title in ("Grease the winch", "Paint the winch"):
        if not api.tasks(search=title):
            api.create(title)
    page = await open_page(
        api.sign_in_link(), color_scheme=scheme, reduced_motion="reduce", **options
    )
    await box(page).fill("delete winch")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("group", name="Answers").get_by_role("button")).to_have_count(2)
    await box(page).fill("call Sarah tomorrow at three #bank @Anna p1 /Home")
    last = chips(page).get_by_role("button").last
    await expect(chips(page).get_by_role("button")).to_have_count(5)
    await expect(last).to_be_in_viewport(ratio=1)
    await expect(box(page)).to_be_in_viewport(ratio=1)
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= options["viewport"]["width"]
    assert await findings(page) == []
