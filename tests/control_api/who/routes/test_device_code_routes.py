import re
import time

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.device_codes import codes
from control_api.who.passwords.slow_down import FREE_PER_ADDRESS
from control_api.who.signed_tokens import tokens
from control_api.who.signed_tokens.tokens import make_owner_token, make_sign_in_code
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
CODES = "/api/v1/device-codes"
SIGN_IN = "/api/v1/sign-in"
ME = "/api/v1/me"


@pytest.fixture
def browser(client: Client, settings: Settings) -> Client:
    code = make_sign_in_code(settings.secrets.signing_key, settings.secrets.owner_id)
    assert client.post(SIGN_IN, json={"code": code}).status_code == 204
    return client


def code_of(browser: Client) -> str:
    answer = browser.post(CODES)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["code"])


def signed_in(client: Client, code: str) -> int:
    """Whether a device without a cookie of its own is let in."""
    client.cookies.clear()
    return client.post(SIGN_IN, json={"code": code}).status_code


def test_a_code_signs_another_device_in_as_the_same_person(
    browser: Client, settings: Settings
) -> None:
    code = code_of(browser)
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", code)
    assert signed_in(browser, code.lower().replace("-", " ")) == 204
    assert browser.get(ME).json()["id"] == settings.secrets.owner_id
    assert len(browser.get("/api/v1/sessions").json()["items"]) == 2


def test_it_works_once(browser: Client) -> None:
    code = code_of(browser)
    assert signed_in(browser, code) == 204
    browser.cookies.clear()
    again = browser.post(SIGN_IN, json={"code": code})
    assert again.status_code == 401
    assert "Show a new one" in again.json()["detail"]


def test_a_new_one_takes_the_place_of_the_one_before(browser: Client) -> None:
    first, second = code_of(browser), code_of(browser)
    assert signed_in(browser, first) == 401
    assert signed_in(browser, second) == 204


def test_it_ends_after_ten_minutes(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_of(browser)
    later = time.time() + codes.LIFE_S
    monkeypatch.setattr(time, "time", lambda: later)
    assert signed_in(browser, code) == 401


def test_signing_out_everywhere_else_ends_it(browser: Client) -> None:
    code = code_of(browser)
    assert browser.delete("/api/v1/sessions").status_code == 204
    assert signed_in(browser, code) == 401


def test_it_is_no_proof_of_who_is_at_the_machine(browser: Client) -> None:
    code = code_of(browser)
    refused = browser.put(ME + "/password", json={"password": "correct horse", "code": code})
    assert refused.status_code == 422
    assert signed_in(browser, code) == 204, "it was used up by that"


def test_guesses_have_to_wait(browser: Client) -> None:
    code = code_of(browser)
    guesses = [signed_in(browser, "0000-0000") for _ in range(FREE_PER_ADDRESS + 1)]
    assert guesses == [401] * FREE_PER_ADDRESS + [429]
    assert signed_in(browser, code) == 429


def test_a_program_makes_none(browser: Client) -> None:
    made = browser.post("/api/v1/access-tokens", json={"name": "Watch", "scopes": ["write"]})
    browser.cookies.clear()
    bearer = {"Authorization": f"Bearer {made.json()['token']}"}
    assert browser.post(CODES, headers=bearer).status_code == 403


def test_a_token_of_the_machine_makes_one_only_while_it_signs_a_browser_in(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = make_owner_token(settings.secrets.signing_key, settings.secrets.owner_id)
    bearer: Headers = {"Authorization": f"Bearer {token}"}
    assert client.post(CODES, headers=bearer).status_code == 201
    later = time.time() + tokens.MOMENT_S + 1
    monkeypatch.setattr(time, "time", lambda: later)
    refused = client.post(CODES, headers=bearer)
    assert refused.status_code == 403
    assert "in a browser" in refused.json()["detail"]
