import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.edges.rooms.entry import ROOM_NAME, entry_for
from shared.problems import InvalidInputError
from shared.rooms import TokenRequest

ALICE = "11111111-1111-4111-8111-111111111111"
BOB = "22222222-2222-4222-8222-222222222222"


def test_without_a_name_every_request_gets_a_fresh_room() -> None:
    first = entry_for(TokenRequest(), ALICE, "Alice")
    second = entry_for(TokenRequest(), ALICE, "Alice")
    assert first.room != second.room
    assert ROOM_NAME.fullmatch(first.room)
    assert len(first.room) > 30


def test_an_empty_name_counts_as_none() -> None:
    assert entry_for(TokenRequest(room_name=""), ALICE, "Alice").room.startswith("talk-")


def test_a_room_name_that_can_be_used_is_kept() -> None:
    assert entry_for(TokenRequest(room_name="kitchen-2"), ALICE, "").room == "kitchen-2"


@pytest.mark.parametrize("name", ["../etc", "a/b", " room", "-x", "room\n", "a" * 129, "ü"])
def test_a_room_name_that_cannot_be_used_is_refused(name: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        entry_for(TokenRequest(room_name=name), ALICE, "")
    assert "room_name" in refused.value.fields


def test_an_identity_is_always_the_accounts_own() -> None:
    for wanted in (None, "", "phone", BOB, f"{BOB}.phone", "agent-AJ_1"):
        identity = entry_for(TokenRequest(participant_identity=wanted), ALICE, "").identity
        assert identity.startswith(f"{ALICE}.")


def test_the_same_device_keeps_its_identity() -> None:
    once = entry_for(TokenRequest(participant_identity="phone"), ALICE, "").identity
    again = entry_for(TokenRequest(participant_identity=once), ALICE, "").identity
    assert once == again


def test_an_identity_with_odd_characters_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refused:
        entry_for(TokenRequest(participant_identity="a b\x00"), ALICE, "")
    assert "participant_identity" in refused.value.fields


@pytest.mark.parametrize("key", ["lk.agent.state", "LK.agent.name", "", "k" * 65])
def test_an_attribute_that_is_not_the_clients_to_set_is_refused(key: str) -> None:
    with pytest.raises(InvalidInputError):
        entry_for(TokenRequest(participant_attributes={key: "speaking"}), ALICE, "")


def test_an_attribute_of_64_kilobytes_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        entry_for(TokenRequest(participant_attributes={"note": "x" * 65_536}), ALICE, "")


def test_a_time_zone_is_read_from_the_attributes() -> None:
    request = TokenRequest(participant_attributes={"saydo.time_zone": "Asia/Tokyo"})
    assert entry_for(request, ALICE, "").time_zone == "Asia/Tokyo"


def test_a_time_zone_that_does_not_exist_is_refused() -> None:
    request = TokenRequest(participant_attributes={"saydo.time_zone": "Mars/Olympus"})
    with pytest.raises(InvalidInputError) as refused:
        entry_for(request, ALICE, "")
    assert "participant_attributes.saydo.time_zone" in refused.value.fields


def test_without_a_name_the_participant_has_the_accounts_own() -> None:
    assert entry_for(TokenRequest(), ALICE, "Alice").name == "Alice"
    assert entry_for(TokenRequest(participant_name="\n\t"), ALICE, "Alice").name == "Alice"
    assert entry_for(TokenRequest(), ALICE, "").name == "You"


@given(
    st.builds(
        TokenRequest,
        room_name=st.none() | st.text(max_size=140),
        participant_name=st.none() | st.text(max_size=128),
        participant_identity=st.none() | st.text(alphabet=string.printable, max_size=90),
        participant_attributes=st.none() | st.dictionaries(st.text(max_size=70), st.text()),
    )
)
def test_whatever_is_asked_is_entered_as_oneself_or_refused_by_field(request: TokenRequest) -> None:
    fields: dict[str, str] = {"an entry": ""}
    try:
        entry = entry_for(request, ALICE, "Alice")
        assert entry.identity.startswith(f"{ALICE}.")
        assert ROOM_NAME.fullmatch(entry.room)
        assert entry.name.isprintable()
    except InvalidInputError as refused:
        fields = refused.fields
    assert fields
