"""Reminders reach a browser whose page is closed, and nobody on the way can read them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.outgoing.reach import PRIVATE
from control_api.edges.pushing.browser_key import private_key, public_key
from control_api.edges.pushing.pusher import Pusher, PushError
from control_api.edges.pushing.targets import target_of
from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers
from tests.control_api.edges.pushing.browser import Browser, header
from tests.control_api.edges.pushing.conftest import HERE, KEY, TEXT
from tests.control_api.edges.reminders.test_routes import create, in_utc, until
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
PATH = "/api/v1/me/notifications"
PUBLIC = public_key("k" * 32)


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    made = Browser(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(made.certificate))
    yield made
    made.service.stop()


async def send(url: str, text: str = TEXT) -> None:
    pusher = Pusher([HERE], KEY, within_s=PATIENCE_S)
    pusher._told_after_s = 0
    await pusher.for_one()(target_of(url, is_owners=True), text)


async def test_a_text_arrives_which_only_the_browser_can_read(browser: Browser) -> None:
    await send(browser.address())
    (seen,) = browser.service.requests
    assert (seen.method, seen.path) == ("POST", "/push/canary")
    assert TEXT.encode() not in seen.body
    assert browser.read(seen) == TEXT
    assert int(header(seen, "ttl")) > 3600
    assert header(seen, "urgency") == "high"


async def test_its_service_knows_who_sends(browser: Browser) -> None:
    await send(browser.address())
    (seen,) = browser.service.requests
    assert "sub" in browser.sender(seen, PUBLIC)


async def test_a_long_text_is_cut_and_never_within_a_letter(browser: Browser) -> None:
    await send(browser.address(), "ü" * 5000)
    (seen,) = browser.service.requests
    assert set(browser.read(seen)) == {"ü"}
    assert len(seen.body) <= 4096


@pytest.mark.parametrize("status", [302, 404, 410, 500])
async def test_what_its_service_does_not_take_has_not_arrived(
    browser: Browser, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    browser.service.status = status
    browser.service.location = browser.address()
    with pytest.raises(PushError, match="can't be reached"):
        await send(browser.address())
    assert len(browser.service.requests) == 1
    assert "canary" not in caplog.text
    if status >= 400:
        assert f"a push to webpush has not arrived: the service answered {status}" in caplog.text


async def test_a_service_that_nobody_vouches_for_gets_nothing(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(PushError, match="can't be reached"):
        await send(browser.address())
    assert browser.service.requests == []


def test_the_key_is_that_of_the_data_folder_for_ever() -> None:
    """With another one every browser that has subscribed would be lost."""
    assert PUBLIC == (
        "BD4l7BSFkbE--xY29Ew606eubKNFywxC1sxTP9Y5K7E7raRu9qJUl8rd3vfB5aL5-74i6qK2tVHtsYmG_xNr-ek"
    )
    assert public_key("another") != PUBLIC
    assert private_key("another") != KEY


class TestSetting:
    """How a page of Saydo sets it."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return msgspec.structs.replace(settings, private_networks=(HERE,))

    @pytest.fixture(autouse=True)
    def hurry(self, app: Litestar) -> None:
        app.state.pusher._within_s, app.state.pusher._told_after_s = PATIENCE_S, 0

    def test_a_browser_that_subscribed_gets_the_reminder(
        self, client: Client, alice: Headers, browser: Browser
    ) -> None:
        key = client.get("/api/v1/push-key", headers=alice).json()["public_key"]
        answer = client.put(PATH, json={"push": [browser.address()]}, headers=alice)
        (shown,) = answer.raise_for_status().json()["push"]
        assert shown.startswith("webpush://Firefox%20on%20Linux/****-")
        create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
        (receipt,) = until(client, alice, 1, state="delivered")
        (delivery,) = receipt["deliveries"]
        assert (delivery["to"], delivery["state"]) == ("webpush", "delivered")
        (seen,) = browser.service.requests
        assert browser.read(seen) == "Reminder: call Sarah."
        assert browser.sender(seen, key)

    @pytest.mark.parametrize(
        "changes",
        [
            {"endpoint": "http://push.example.com/1"},
            {"endpoint": "ftp://push.example.com/1"},
            {"endpoint": "nothing"},
            {"p256dh": "AAAA"},
            {"p256dh": "B" + "A" * 86},
            {"auth": ""},
            {"auth": "A" * 21},
            {"name": ""},
            {"name": "<b>"},
            {"more": "1"},
        ],
        ids=lambda changes: "-".join(map("=".join, changes.items()))[:24],
    )
    def test_what_is_no_subscription_is_refused(
        self, client: Client, alice: Headers, browser: Browser, changes: dict[str, str]
    ) -> None:
        url = browser.address(**changes)
        answer = client.put(PATH, json={"push": [url]}, headers=alice)
        assert answer.status_code == 422
        assert "webpush" in answer.json()["fields"]["push"]

    def test_a_private_network_is_nobodys_service(
        self, client: Client, bob: Headers, browser: Browser
    ) -> None:
        answer = client.put(PATH, json={"push": [browser.address()]}, headers=bob)
        assert (answer.status_code, answer.json()["fields"]["push"]) == (422, PRIVATE)
