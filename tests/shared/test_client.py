import asyncio
from collections.abc import Callable

import httpx
import msgspec
import pytest

from shared.actions import CreateTask
from shared.client import LogReplacedError, SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.outcomes import CommandRequest, Outcome
from shared.problems import NotFoundError
from shared.progress import PlannedStep, ProgressEvent
from shared.rooms import SessionGrant, Vocabulary
from shared.voice_settings import VoiceSettings

GRANT = SessionGrant(
    token="fresh", expires_at="2026-11-24T15:00:00Z", participant_identity="alice", time_zone="UTC"
)
DONE = Outcome(outcome="done", confidence=1.0, reply="Buy milk.")
Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer, **options: object) -> SaydoClient:
    return SaydoClient(
        "http://api.test",
        "secret",
        transport=httpx.MockTransport(answer),
        **options,  # type: ignore[arg-type]
    )


def body(content: object, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=msgspec.json.encode(content))


async def test_a_room_is_exchanged_under_the_workers_key() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return body(GRANT, 201)

    async with client(answer) as saydo:
        assert await saydo.exchange_room("room-1") == GRANT
    assert seen[0].url.path == "/api/v1/rooms/room-1/session"
    assert seen[0].headers["Authorization"] == "Bearer secret"


@pytest.mark.parametrize("name", ["", "a/b", "a?b", "a#b", "a b", "x" * 129])
async def test_a_name_that_could_reach_another_path_is_refused(name: str) -> None:
    async with client(lambda _: body(GRANT)) as saydo:
        with pytest.raises(ValueError, match="no room name"):
            await saydo.exchange_room(name)


async def test_a_command_carries_its_words_and_its_key() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return body(DONE)

    async with client(answer) as saydo:
        outcome = await saydo.command(CommandRequest(text="Buy milk"), idempotency_key="call-1")
    assert outcome == DONE
    assert msgspec.json.decode(seen[0].content) == {"text": "Buy milk"}
    assert seen[0].headers["Idempotency-Key"] == "call-1"


async def test_a_broken_connection_is_tried_once_more_with_the_same_key() -> None:
    keys: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        if len(keys) == 1:
            raise httpx.RemoteProtocolError("closed", request=request)
        return body(DONE)

    async with client(answer) as saydo:
        assert await saydo.command(CommandRequest(text="Buy milk"), idempotency_key="k") == DONE
    assert keys == ["k", "k"]


async def test_one_that_is_closed_meanwhile_does_not_try_again() -> None:
    asking: list[SaydoClient] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        await asking[0].aclose()
        raise httpx.ReadError("reset", request=request)

    asking.append(SaydoClient("http://api.test", "t", transport=httpx.MockTransport(answer)))
    with pytest.raises(SaydoUnreachableError):
        await asking[0].command(CommandRequest(text="add milk"), idempotency_key="once")


async def test_a_write_without_a_key_is_never_sent_twice() -> None:
    sent = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        raise httpx.ReadError("reset", request=request)

    async with client(answer) as saydo:
        with pytest.raises(SaydoUnreachableError):
            await saydo.command(CommandRequest(text="Buy milk"))
    assert sent == 1


async def test_a_control_api_that_is_away_is_reported_as_such() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    async with client(answer) as saydo:
        with pytest.raises(SaydoUnreachableError):
            await saydo.vocabulary()


async def test_a_control_api_that_hangs_is_given_up_on() -> None:
    async def hang(request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        return body(DONE)

    async with SaydoClient(
        "http://api.test", "k", transport=httpx.MockTransport(hang), answer_within_s=0.05
    ) as saydo:
        with pytest.raises(SaydoUnreachableError):
            await saydo.vocabulary()


async def test_a_problem_arrives_with_its_sentence() -> None:
    problem = NotFoundError("There is no room of that name.").problem()
    async with client(lambda _: body(problem, 404)) as saydo:
        with pytest.raises(SaydoProblemError, match="no room of that name") as raised:
            await saydo.exchange_room("gone")
    assert raised.value.problem == problem


async def test_an_error_that_is_no_problem_document_still_has_its_status() -> None:
    async with client(lambda _: httpx.Response(502, text="<html>")) as saydo:
        with pytest.raises(SaydoProblemError, match="502") as raised:
            await saydo.vocabulary()
    assert raised.value.problem.status == 502


async def test_an_expired_credential_is_renewed_and_the_question_asked_again() -> None:
    used: list[str] = []
    words = Vocabulary(projects=["Home"], titles=[])

    def answer(request: httpx.Request) -> httpx.Response:
        used.append(request.headers["Authorization"])
        return body(words) if used[-1] == "Bearer fresh" else httpx.Response(401)

    async def renew() -> str:
        return "fresh"

    async with client(answer, renew=renew) as saydo:
        assert await saydo.vocabulary() == words
    assert used == ["Bearer secret", "Bearer fresh"]


async def test_events_are_followed_from_where_one_left_off() -> None:
    seen: list[httpx.Request] = []
    event = {
        "id": 8,
        "type": "task.deleted",
        "kind": "task",
        "thing_id": "t",
        "task_id": "t",
        "actor": "owner",
        "command_id": "c",
        "at": "2026-11-24T15:00:00Z",
        "source": "voice",
        "before": None,
        "after": None,
    }
    stream = b": keep-alive\n\nid: 8\nevent: task.deleted\ndata: " + msgspec.json.encode(event)

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=stream + b"\n\n")

    async with client(answer) as saydo:
        events = [event.id async for event in saydo.events(after=7)]
    assert events == [8]
    assert seen[0].headers["Last-Event-ID"] == "7"


async def test_who_can_not_go_on_where_he_was_is_told() -> None:
    stream = b'id: 5\nevent: reset\ndata: {"kind":"reset","type":"reset"}\n\n'
    async with client(lambda _: httpx.Response(200, content=stream)) as saydo:
        with pytest.raises(LogReplacedError):
            await anext(aiter(saydo.events(after=7)))


async def test_progress_is_told_and_is_none_of_the_changes() -> None:
    event = ProgressEvent(
        stage="planned",
        command_id="c",
        at="2026-11-24T15:00:00Z",
        source="voice",
        actor="owner",
        total=1,
        steps=[PlannedStep(words='Add "Milk"', action=CreateTask(title="Milk"))],
    )
    stream = b"event: progress\ndata: " + msgspec.json.encode(event) + b"\n\n"
    async with client(lambda _: httpx.Response(200, content=stream)) as saydo:
        assert [each async for each in saydo.progress()] == [event]
        assert [each async for each in saydo.events()] == []


async def test_news_begin_with_what_is_set() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v1/me/settings":
            return httpx.Response(200, content=msgspec.json.encode(VoiceSettings(speed=0.9)))
        return httpx.Response(200, content=b": live\n\n")

    async with client(answer) as saydo:
        assert [each async for each in saydo.news()] == [VoiceSettings(speed=0.9)]
