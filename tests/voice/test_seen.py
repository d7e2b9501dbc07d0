"""A turn by voice is on record afterwards, with its clocks, its words, and the reason."""

import time
from typing import Any

import httpx
import pytest

from bench.conversation.caller import in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack
from tests.patience import PATIENCE_S, until

pytestmark = [pytest.mark.voice, pytest.mark.models]

STAGES = ("transcription", "end_of_turn", "understanding", "tool", "speech", "total")


def numbers_of_the_worker(stack: Stack) -> str:
    (worker,) = stack.processes("agent_worker", "start")
    port = worker.environ()["SAYDO_WORKER_PORT"]
    answer = httpx.get(f"http://127.0.0.1:{port}/metrics", trust_env=False, timeout=PATIENCE_S)
    return answer.raise_for_status().text


async def test_what_happened_in_a_turn_is_told_once_its_answer_is_over(own_stack: Stack) -> None:
    turns: list[dict[str, Any]] = []
    with own_stack.api() as client:
        client.put("/me/transcripts", json={"keep_days": 1}).raise_for_status()
        async with in_room(own_stack.address, own_stack.token, room_name="seen") as caller:

            def told() -> bool:
                answer = client.get("/sessions/seen/turns")
                turns[:] = answer.json()["items"] if answer.is_success else []
                return bool(turns)

            began = time.monotonic()
            await caller.begin_saying(spoken("Remind me to call Sarah tomorrow."), VOICE_RATE)
            await until(told, lambda: f"no record; said: {caller.agent_lines(began)}")
            running = numbers_of_the_worker(own_stack)
        (turn,) = turns
        assert (turn["source"], turn["outcome"], turn["reader"]) == ("voice", "done", "sentences")
        assert not [stage for stage in STAGES if turn["took"][stage] is None], turn["took"]
        # A name may be heard as another.
        assert "call" in turn["words"]["text"].lower()
        why = client.get(f"/commands/{turn['command_id']}/why").raise_for_status().json()
        client.put("/me/transcripts", json={"keep_days": 0}).raise_for_status()
    assert why["took"] == turn["took"]
    assert why["words"] == turn["words"]
    assert "which is a command that I know" in why["sentence"]
    assert 'saydo_turn_seconds_count{stage="total"}' in running
    assert "saydo_model_host_up 1.0" in running
