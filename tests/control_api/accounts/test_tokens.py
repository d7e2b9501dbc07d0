import base64
import json
import time
from typing import Any

import jwt
import pytest

from control_api.accounts.tokens import (
    make_owner_token,
    make_session_token,
    make_sign_in_code,
    read_access,
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
        "iat": now,
        "exp": now + 60,
    }
    return {name: value for name, value in (good | changes).items() if value is not None}


def unsigned(algorithm: str) -> str:
    parts = [{"alg": algorithm, "typ": "JWT"}, claims()]
    coded = [base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in parts]
    return ".".join([*coded, ""])


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
        {"nbf": int(time.time()) + 3600},
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
        read_access(KEY, unsigned(algorithm))


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


def test_a_sign_in_code_is_no_token_and_a_token_no_code() -> None:
    with pytest.raises(UnauthenticatedError):
        read_access(KEY, make_sign_in_code(KEY, ALICE))
    with pytest.raises(UnauthenticatedError):
        read_sign_in_code(KEY, make_owner_token(KEY, ALICE))
