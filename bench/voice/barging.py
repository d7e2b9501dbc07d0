"""Speaking over the assistant: how soon it is silent, and whether an "mm-hm" lets it go on."""

import asyncio
import tempfile
import time
from pathlib import Path

import httpx
import numpy as np

from bench.conversation.caller import Caller, in_room
from bench.conversation.signal import AUDIBLE, Samples, voiced_span
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack, running
from bench.equipment.results import Figure, Report, figure
from bench.voice.turns import QUIET_S, REPLY_DEADLINE_S

LONG_QUESTION = "What do I have to do?"
TITLES = (
    "Write the long letter to the insurance company",
    "Find a present for the birthday of my grandmother",
    "Bring the winter tyres to the garage in the valley",
    "Read the report about the bridge over the river",
)
INTERRUPTIONS = ("Stop.", "Undo that.", "Add milk to my shopping list.", "What time is it?")
LISTENS = (
    "Mm-hmm.",
    "Okay.",
    "Right.",
    "Uh-huh.",
    "Yeah.",
    "I see.",
    "Okay, great.",
    "Hmm.",
    "Sure.",
)
ROUNDS = 5
INTO_REPLY_S = 1.2
GOES_ON_WITHIN_S = 3.0
COUGH_S = 0.18


def measure(report: Report) -> None:
    """Both, in a Saydo of their own."""
    with (
        report.part("speaking over it"),
        tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder,
        running(Path(folder)) as stack,
    ):
        report.add(*asyncio.run(_talk(stack, ROUNDS)))


async def _talk(stack: Stack, rounds: int) -> list[Figure]:
    headers = {"Authorization": f"Bearer {stack.token}"}
    async with httpx.AsyncClient(trust_env=False, base_url=stack.address, headers=headers) as http:
        for title in TITLES:
            (await http.post("/api/v1/tasks", json={"title": title})).raise_for_status()
    async with in_room(stack.address, stack.token) as caller:
        await asyncio.sleep(1)
        off_ms = [await _silent_after(caller, text) for text in INTERRUPTIONS * rounds]
        sounds = [spoken(text) for text in LISTENS] + [_cough()]
        held_s = [await _held(caller, sound) for sound in sounds * rounds]
    stopped = sum(held is None for held in held_s)
    return [
        figure("sound off after a barge-in", "ms", off_ms),
        figure(
            "reply held by who only listens",
            "ms",
            [held * 1000 for held in held_s if held is not None] or [float("nan")],
            stopped=round(stopped / len(held_s), 3),
        ),
    ]


async def _silent_after(caller: Caller, text: str) -> float:
    """Milliseconds from the first voiced sample said over a reply to the last one heard of it."""
    await _begin_reply(caller)
    speech = spoken(text)
    end = await caller.begin_saying(speech, VOICE_RATE)
    first, last = voiced_span(speech, VOICE_RATE)
    began = end - (last - first) / VOICE_RATE
    heard = [at for at, each in caller.heard if began <= at <= end and _is_audible(each)]
    await _until_quiet(caller)
    return (max(heard, default=began) - began) * 1000


async def _held(caller: Caller, sound: Samples) -> float | None:
    """Seconds for which a reply was silent because of a sound; None when it never went on."""
    await _begin_reply(caller)
    began = time.monotonic()
    end = await caller.begin_saying(sound, VOICE_RATE)
    give_up = end + GOES_ON_WITHIN_S
    await caller.wait_for(
        lambda: caller.first_audible(end) is not None or time.monotonic() > give_up, "no reply"
    )
    goes_on = caller.first_audible(end)
    await _until_quiet(caller)
    answered = [line for line in caller.agent_lines(since=end) if not line.startswith("You have")]
    if goes_on is None or answered:
        return None
    before = [at for at, each in caller.heard if began <= at < goes_on and _is_audible(each)]
    return goes_on - max(before, default=began)


async def _begin_reply(caller: Caller) -> None:
    """Ask for something long, and wait until the answer is under way."""
    end = await caller.begin_saying(spoken(LONG_QUESTION), VOICE_RATE)
    give_up = end + REPLY_DEADLINE_S
    await caller.wait_for(
        lambda: caller.first_audible(end) is not None or time.monotonic() > give_up, "no reply"
    )
    await asyncio.sleep(INTO_REPLY_S)


async def _until_quiet(caller: Caller) -> None:
    began = time.monotonic()
    await caller.wait_for(
        lambda: time.monotonic() - (caller.last_audible(began) or began) > QUIET_S, "never quiet"
    )


def _is_audible(samples: Samples) -> bool:
    return float(np.sqrt((samples.astype(np.float64) ** 2).mean())) > AUDIBLE


def _cough() -> Samples:
    """A burst of noise that dies away, as loud as a voice."""
    count = int(COUGH_S * VOICE_RATE)
    fades = np.exp(-np.arange(count) / (count / 3))
    return (np.random.default_rng(3).standard_normal(count) * fades * 6000).astype(np.int16)
