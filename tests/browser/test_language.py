"""The page speaks the language of who is signed in, else that of the browser, and no other."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page, Request, expect

from tests.browser.axe import findings
from tests.browser.conftest import DESKTOP, PHONE, Console, OpenPage, go
from tests.browser.server import ControlApi
from tests.browser.test_offline import AWAY, WITH_WORKER, ready

pytestmark = pytest.mark.browser

LOCALES = {"en": "en-GB", "de": "de-CH", "fr": "fr-FR", "es": "es-MX"}
OTHERS = ["de", "fr", "es"]
SIGN_IN = {"en": "Sign in", "de": "Anmelden", "fr": "Se connecter", "es": "Iniciar sesión"}
ALL = {
    "en": "All tasks",
    "de": "Alle Aufgaben",
    "fr": "Toutes les tâches",
    "es": "Todas las tareas",
}
LANGUAGE = {"en": "Language", "de": "Sprache", "fr": "Langue", "es": "Idioma"}
PARTS = ("", "/you", "/voice", "/reminders", "/look", "/data", "/people")
PLACES = ("today", "upcoming", "inbox", "completed", "activity", "search", "trash")
NOT_SIGNED_IN = "status of 401"
VOICE_AWAY = "status of 503"
HIS_OWN = {"Pay the rent", "Home", "#money", "money", "@Bob", "Bob", "make signin", "Saydo"}
FROM_THE_API = ("Pay the rent,", "The next reminder reaches", "Made at the machine", "saydo 0")
"""What was answered in English, and what the API says in English to everybody."""
ALIKE = {
    *(
        "Agenda",
        "Conversation",
        "CSV",
        "Ctrl K",
        "Date",
        "Deutsch",
        "English",
        "Español",
        "Filter",
        "Format",
    ),
    *("Français", "iCalendar", "Import", "Links", "Name", "No", "Normal", "Note", "Notes", "Pause"),
    *(
        "Messages",
        "Patience",
        "Person",
        "Rose",
        "Section",
        "Status",
        "Taskwarrior",
        "Test",
        "todo.txt",
        "Todoist, JSON",
    ),
    *("Urgent", "Vikunja", "Violet", "Webhooks", "Minutes"),
}
"""What two languages write alike."""
SETTLES_MS = 150
SEEN_OR_HEARD = """() => {
  const said = new Set();
  for (const each of document.querySelectorAll("body *:not(script, style, noscript)")) {
    // Time zones have the same names in all languages.
    if (each.matches("option") && each.parentElement.length > 50) continue;
    for (const name of ["aria-label", "placeholder", "title"]) said.add(each.getAttribute(name));
    for (const node of each.childNodes)
      if (node.nodeType === Node.TEXT_NODE) said.add(node.data.trim());
  }
  said.add(document.title);
  // Numbers, times, versions and addresses are not words.
  const isWords = (text) => /\\p{L}{2}/u.test(text) && !/^\\S*\\d|:\\/\\//.test(text);
  return [...said].filter((text) => text && isWords(text));
}"""


@pytest.fixture(scope="module")
def any_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlApi]:
    """A server whose owner speaks this language and that, and has one task."""
    server = ControlApi(tmp_path_factory.mktemp("data"))
    server.start()
    about = {"project": "Home", "tags": ["money"], "assignees": ["Bob"], "priority": "high"}
    repeat = {"rule": "FREQ=WEEKLY;BYDAY=MO,TH"}
    server.create("Pay the rent", due="2030-01-01T09:00:00", repeat=repeat, **about)
    yield server
    server.close()


async def all_words(page: Page) -> set[str]:
    """What it says, once no more of it comes."""
    before: set[str] = set()
    while (said := set(await page.evaluate(SEEN_OR_HEARD))) != before:
        before = said
        await page.wait_for_timeout(SETTLES_MS)
    return said


async def words_of(page: Page) -> set[str]:
    """All that the page says in its places and settings."""
    said: set[str] = set()
    for place in (*PLACES, *(f"settings{part}" for part in PARTS)):
        await go(page, place)
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
        said |= await all_words(page)
    await go(page, "all")
    await page.get_by_text("Pay the rent").click()
    await expect(page.locator(".field-row").first).to_be_visible()
    said |= await all_words(page)
    return {text for text in said if not text.startswith(FROM_THE_API)} - HIS_OWN


async def choose(page: Page, language: str) -> None:
    await go(page, "settings/you")
    choice = page.locator("select[name=language]")
    await choice.select_option(language)
    await expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", LOCALES)
async def test_who_is_not_signed_in_reads_the_language_of_the_browser(
    any_api: ControlApi, open_page: OpenPage, console: Console, language: str
) -> None:
    console.expected = (NOT_SIGNED_IN,)
    page = await open_page(any_api.address, locale=LOCALES[language], viewport=PHONE)
    await expect(page.get_by_role("heading", name=SIGN_IN[language])).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == language
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


async def test_who_has_not_chosen_speaks_the_language_of_the_first_browser(
    own_api: ControlApi, open_page: OpenPage
) -> None:
    page = await open_page(own_api.sign_in_link(), locale=LOCALES["de"])
    await expect(page.get_by_role("heading", name=ALL["de"])).to_be_visible()
    assert own_api.me()["language"] == "de"
    other = await open_page(own_api.sign_in_link(), locale=LOCALES["fr"])
    await expect(other.get_by_role("heading", name=ALL["de"])).to_be_visible()


async def test_a_language_that_is_chosen_is_shown_at_once_and_kept(
    any_api: ControlApi, open_page: OpenPage
) -> None:
    any_api.speak("en")
    page = await open_page(any_api.sign_in_link("settings/you"))
    await page.get_by_label("Message to Saydo").wait_for()
    await page.evaluate("window.notLoadedAgain = true")
    await page.get_by_label("Language").select_option("de")
    choice = page.get_by_label(LANGUAGE["de"])
    await expect(choice).to_be_focused()
    await expect(page.get_by_role("heading", name="Du und deine Geräte")).to_be_visible()
    assert await page.evaluate("window.notLoadedAgain && document.documentElement.lang") == "de"
    await page.reload()
    await expect(choice).to_have_value("de")
    elsewhere = await open_page(any_api.sign_in_link())
    await expect(elsewhere.get_by_role("heading", name=ALL["de"])).to_be_visible()


async def test_nothing_is_left_in_english(
    any_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = (VOICE_AWAY,)
    any_api.speak("en")
    page = await open_page(any_api.sign_in_link())
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
    english = await words_of(page) - ALIKE
    for language in OTHERS:
        await choose(page, language)
        assert (language, sorted(await words_of(page) & english)) == (language, [])


@pytest.mark.parametrize("language", OTHERS)
async def test_longer_words_go_beyond_no_side_and_axe_finds_nothing(
    any_api: ControlApi, open_page: OpenPage, console: Console, language: str
) -> None:
    console.expected = (VOICE_AWAY,)
    any_api.speak(language)
    page = await open_page(any_api.sign_in_link(), reduced_motion="reduce")
    await expect(page.get_by_role("heading", name=ALL[language])).to_be_visible()
    await page.get_by_text("Pay the rent").click()
    await expect(page.locator(".field-row").first).to_be_visible()
    assert await findings(page) == []
    for place in ("all", "talk", *(f"settings{part}" for part in PARTS)):
        await go(page, place)
        await expect(page.get_by_role("heading", level=1)).to_be_attached()
        await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
        for width in (PHONE["width"], DESKTOP["width"]):
            await page.set_viewport_size({"width": width, "height": DESKTOP["height"]})
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, place
    assert await findings(page) == []


async def test_only_the_words_of_the_language_that_is_shown_are_loaded(
    any_api: ControlApi, open_page: OpenPage
) -> None:
    any_api.speak("es")
    page = await open_page(any_api.sign_in_link(), locale=LOCALES["es"])
    await expect(page.get_by_role("heading", name=ALL["es"])).to_be_visible()
    loaded: list[str] = []

    def note(request: Request) -> None:
        loaded.append(request.url)

    page.on("request", note)
    await page.reload()
    await expect(page.get_by_role("heading", name=ALL["es"])).to_be_visible()
    assert any("/texts-es-" in url for url in loaded)
    assert not [url for url in loaded for other in ("en", "de", "fr") if f"-{other}-" in url]
    assert not any("/settings-es-" in url for url in loaded)


async def test_without_its_server_it_opens_in_the_language_that_was_shown(
    own_api: ControlApi, open_page: OpenPage, console: Console
) -> None:
    console.expected = AWAY
    own_api.create("Pay the rent")
    page = await open_page(own_api.sign_in_link(), locale=LOCALES["de"], **WITH_WORKER)
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
    await ready(page)
    own_api.stop()
    await page.goto(f"{own_api.address}/all")
    await expect(page.get_by_role("heading", name=ALL["de"])).to_be_visible()
    await expect(page.get_by_text("Pay the rent")).to_be_visible()
