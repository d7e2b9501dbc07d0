import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from livekit import api

from control_api.who.signed_tokens.tokens import (
    FARTHEST_S,
    OWNER_LIFE_S,
    AccessClaims,
    CodeClaims,
    make_invitation,
    make_owner_token,
    make_session_token,
    make_sign_in_code,
    read_access,
    read_invitation,
    read_sign_in_code,
)
from shared.problems import UnauthenticatedError

KEY = "k" * 40
ALICE = "a11ce000-0000-4000-8000-000000000000"


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    good = {
        "iss": "saydo",
        "aud": "saydo-api",
        "sub": ALICE,
        "scope": "owner",
        "jti": "70ce0000-0000-4000-8000-000000000000",
        "iat": now,
        "exp": now + 60,
    }
    return {name: value for name, value in (good | changes).items() if value is not None}


def forged(header: dict[str, Any], key: bytes | None, says: dict[str, Any] | None = None) -> str:
    """A token put together by hand; libraries refuse to make the worst of them."""
    parts = [header | {"typ": "JWT"}, claims() if says is None else says]
    coded = ".".join(coded_part(json.dumps(part).encode()) for part in parts)
    signature = b"" if key is None else hmac.digest(key, coded.encode(), hashlib.sha256)
    return f"{coded}.{coded_part(signature)}"


def coded_part(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


def test_tokens_say_who_and_what_for() -> None:
    owner = read_access(KEY, make_owner_token(KEY, ALICE))
    assert (owner.sub, owner.scope, owner.room) == (ALICE, "owner", None)
    agent = read_access(KEY, make_session_token(KEY, ALICE, "talk-1"))
    assert (agent.sub, agent.scope, agent.room) == (ALICE, "session", "talk-1")
    assert read_sign_in_code(KEY, make_sign_in_code(KEY, ALICE)).sub == ALICE


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": 1},
        {"exp": None},
        {"exp": int(time.time()) - 300},
        {"exp": int(time.time()) + FARTHEST_S + 24 * 3600},
        {"iat": None},
        {"iat": "now"},
        {"jti": None},
        {"exp": 2**70},
        {"exp": "soon"},
        {"nbf": int(time.time()) + 24 * 3600},
        {"nbf": int(time.time()) + 48 * 3600},
        {"iss": "other"},
        {"iss": None},
        {"aud": "saydo-sign-in"},
        {"aud": ["saydo-api", "other"]},
        {"aud": None},
        {"sub": None},
        {"sub": 7},
        {"scope": "worker"},
        {"scope": None},
        {"room": 7},
    ],
)
def test_a_token_that_says_anything_else_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(UnauthenticatedError):
        read_access(KEY, jwt.encode(claims(**changes), KEY, "HS256"))


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE"])
def test_a_token_without_a_signature_is_refused(algorithm: str) -> None:
    with pytest.raises(UnauthenticatedError):
        read_access(KEY, forged({"alg": algorithm}, None))
    with pytest.raises(UnauthenticatedError):
        read_access(KEY, forged({"alg": algorithm}, KEY.encode()))


def test_a_hand_made_token_is_good_when_nothing_is_wrong_with_it() -> None:
    assert read_access(KEY, forged({"alg": "HS256"}, KEY.encode())).sub == ALICE


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ({"alg": "HS256"}, b""),
        ({"alg": "HS256", "kid": "../../../../dev/null"}, b""),
        ({"alg": "HS256", "kid": "' UNION SELECT 'known"}, b"known"),
        ({"alg": "HS256", "jwk": {"kty": "oct", "k": coded_part(b"attacker")}}, b"attacker"),
        ({"alg": "HS256", "jku": "http://127.0.0.1:9/keys"}, b"attacker"),
        ({"alg": "HS256", "x5u": "http://127.0.0.1:9/key"}, b"attacker"),
        ({"alg": "HS256", "crit": ["exp"]}, KEY.encode()),
        ({"alg": "RS256"}, KEY.encode()),
        ({"alg": "ES256"}, KEY.encode()),
        ({"alg": "HS384"}, KEY.encode()),
        ({"alg": ["HS256"]}, KEY.encode()),
        ({"alg": None}, KEY.encode()),
        ({}, KEY.encode()),
    ],
    ids=str,
)
def test_what_a_token_says_of_its_own_key_is_not_believed(
    header: dict[str, Any], key: bytes
) -> None:
    with pytest.raises(UnauthenticatedError):
        read_access(KEY, forged(header, key))


@pytest.mark.parametrize("minutes", [-5, 5])
def test_a_token_holds_when_the_clock_is_moved(minutes: int) -> None:
    made = int(time.time()) + minutes * 60
    token = forged({"alg": "HS256"}, KEY.encode(), claims(iat=made, exp=made + OWNER_LIFE_S))
    assert read_access(KEY, token).sub == ALICE


def test_a_token_of_ours_is_none_of_livekits() -> None:
    verifier = api.TokenVerifier("saydo", KEY)
    for token in (make_owner_token(KEY, ALICE), make_session_token(KEY, ALICE, "talk-1")):
        with pytest.raises(jwt.InvalidTokenError):
            verifier.verify(token)
    with pytest.raises(UnauthenticatedError):
        read_access(KEY, api.AccessToken("saydo", KEY).with_identity(ALICE).to_jwt())


def test_a_token_signed_otherwise_is_refused() -> None:
    good = make_owner_token(KEY, ALICE)
    for token in (
        jwt.encode(claims(), "x" * 64, "HS256"),
        jwt.encode(claims(), "k" * 64, "HS512"),
        good[:-4],
        good.rpartition(".")[0] + ".",
        good.replace(".", "..", 1),
        "",
        "x",
        "é" * 50,
    ):
        with pytest.raises(UnauthenticatedError):
            read_access(KEY, token)


def test_what_was_made_for_one_purpose_is_good_for_no_other() -> None:
    made: dict[Callable[[str, str], AccessClaims | CodeClaims], str] = {
        read_access: make_owner_token(KEY, ALICE),
        read_sign_in_code: make_sign_in_code(KEY, ALICE),
        read_invitation: make_invitation(KEY, ALICE, 60)[0],
    }
    for read in made:
        for purpose, token in made.items():
            if purpose is read:
                assert read(KEY, token).sub == ALICE
            else:
                with pytest.raises(UnauthenticatedError):
                    read(KEY, token)


def test_a_token_that_was_good_before_ends_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    token = make_owner_token(KEY, ALICE)
    end = read_access(KEY, token).exp
    monkeypatch.setattr(time, "time", lambda: end - 1.0)
    assert read_access(KEY, token).sub == ALICE
    monkeypatch.setattr(time, "time", lambda: float(end))
    with pytest.raises(UnauthenticatedError, match="expired"):
        read_access(KEY, token)


def test_a_token_of_an_earlier_saydo_which_nobody_can_revoke_is_over() -> None:
    a_year = jwt.encode(claims(jti=None), KEY, "HS256")
    with pytest.raises(UnauthenticatedError, match="Make a new one"):
        read_access(KEY, a_year)


def test_an_owners_token_is_short_unless_it_is_asked_to_be_long() -> None:
    lives = [
        read_access(KEY, token).exp - int(time.time())
        for token in (make_owner_token(KEY, ALICE), make_owner_token(KEY, ALICE, 3600))
    ]
    assert lives == [pytest.approx(24 * 3600, abs=60), pytest.approx(3600, abs=60)]
