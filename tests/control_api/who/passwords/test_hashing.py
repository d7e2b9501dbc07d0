import argon2
import pytest
from argon2 import PasswordHasher

from control_api.who.passwords import hashing
from control_api.who.passwords.hashing import check_password, hash_password, is_outdated
from tests.control_api.conftest import LIGHT


def test_hashes_cost_as_much_as_the_standard_asks() -> None:
    ours = PasswordHasher()
    assert ours.type is argon2.Type.ID
    assert (ours.time_cost, ours.memory_cost, ours.parallelism) == (3, 64 * 1024, 4)
    made = ours.hash("x")
    assert made.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


async def test_a_password_is_known_by_its_hash_however_it_was_typed() -> None:
    stored = await hash_password("Café au lait")
    assert await check_password("Cafe\u0301 au lait", stored)
    assert not await check_password("Cafe au lait", stored)
    assert stored != await hash_password("Café au lait")


@pytest.mark.parametrize("given", ["", "nobody's password", "\0", "x" * 1024])
async def test_no_password_is_right_where_there_is_none(given: str) -> None:
    assert not await check_password(given, None)


async def test_a_hash_of_other_parameters_is_outdated(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = await hash_password("correct horse")
    assert not is_outdated(stored)
    stronger = PasswordHasher(time_cost=2, memory_cost=2048, parallelism=1)
    monkeypatch.setattr(hashing, "HASHER", stronger)
    assert is_outdated(stored)
    assert await check_password("correct horse", stored)


async def test_the_check_of_an_unknown_name_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    verified: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]  # noqa: A002
            verified.append(str(hash))
            return LIGHT.verify(hash, password)

    watched = Watched(time_cost=1, memory_cost=2048, parallelism=1)
    monkeypatch.setattr(hashing, "HASHER", watched)
    stored = LIGHT.hash("right")
    for each in (stored, None):
        assert not await check_password("wrong", each)
    costs = {each.rsplit("$", 2)[0] for each in verified}
    assert len(verified) == 2
    assert len(costs) == 1
