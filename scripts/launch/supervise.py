"""Starts programs, waits until they are ready, restarts what dies or hangs, and stops all."""

import asyncio
import time
from collections.abc import Callable

import httpx

from scripts.launch.child import Child
from scripts.launch.program import Program
from scripts.launch.pulse import until_silent

POLL = 0.1
"""Seconds between two looks at whether a program is ready."""
PATIENCE = 15.0
"""Seconds of waiting after which that is said."""
RESTARTS = 5
"""How often a program is started again before the launcher gives up."""
STEADY = 60.0
"""Seconds of work after which earlier deaths are forgotten."""
LONGEST_PAUSE = 8.0
"""Seconds, before a restart."""
STOPS_WITHIN = 8.0
"""Seconds for all programs together, fewer than each one's own added up."""
LONGEST_SPARE_PAUSE = 600.0
"""Seconds between two spares, when they die by themselves."""
SPARE_AFTER = 10.0
"""Seconds of work after which a spare is started: the start itself has no time for it."""
LONGEST_TROUBLE = 300
"""Characters of what a program says of itself that are passed on."""


class CannotGoOnError(Exception):
    """A program does not work and restarting won't help; the message says what to do."""


class Supervisor:
    """All programs of one Saydo, in the order in which they are started."""

    def __init__(self, say: Callable[[str], None], tell: Callable[[str, str], None]) -> None:
        """`say` is for what we have to say, `tell` for the name and each line of a program."""
        self.say = say
        self.tell = tell
        self.children: list[Child] = []

    async def start(self, programs: list[Program]) -> None:
        """Start programs side by side, and return when each is ready.

        Raises CannotGoOnError when one ends or takes too long.
        """
        started = [Child(program, self.tell) for program in programs]
        for child in started:
            self.children.append(child)
            await child.start()
        for child in started:
            await self.until_ready(child)

    async def until_ready(self, child: Child) -> None:
        """Wait until a program is ready; raises CannotGoOnError when it ends or takes too long."""
        end = asyncio.create_task(end_of(child) if child.was_spare else child.wait())
        ready = asyncio.create_task(self.answers(child))
        within = child.program.ready_within
        try:
            await asyncio.wait({end, ready}, timeout=within, return_when=asyncio.FIRST_COMPLETED)
            if ready.done():
                return
            problem = (
                f"{child.program.name} {end.result()} before it was ready"
                if end.done()
                else f"{child.program.name} was not ready within {within:g} s"
            )
        finally:
            end.cancel()
            ready.cancel()
        raise CannotGoOnError(
            sentences(f"{problem}.", child.trouble, child.program.remedy, await last_line(child))
        )

    async def answers(self, child: Child) -> None:
        """Ask the program again and again until it answers that it is ready."""
        began = time.monotonic()
        said = False
        async with httpx.AsyncClient(trust_env=False, timeout=2) as client:
            while (trouble := await trouble_at(client, child.program.ready_url)) is not None:
                child.trouble = trouble
                if not said and time.monotonic() - began > PATIENCE:
                    said = True
                    self.say(f"still waiting for {child.program.name}. {trouble}")
                await asyncio.sleep(POLL)

    async def watch(self) -> None:
        """Restart whatever dies or hangs; returns never.

        Raises CannotGoOnError when one does so again and again.
        """
        tasks = [asyncio.create_task(self.keep(child)) for child in self.children]
        tasks += [
            asyncio.create_task(self.keep_spare(child))
            for child in self.children
            if child.program.spare is not None
        ]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()

    async def keep(self, child: Child) -> None:
        """Keep one program running; raises CannotGoOnError after too many restarts."""
        name = child.program.name
        deaths = 0
        while True:
            how = await end_of(child)
            child.kill_group()
            if time.monotonic() - child.started_at > STEADY:
                deaths = 0
            deaths += 1
            if deaths > RESTARTS:
                problem = f"{name} {how}, {deaths} times now."
                raise CannotGoOnError(
                    sentences(problem, child.program.remedy, await last_line(child))
                )
            pause = 0.0 if child.has_spare else min(0.25 * 2**deaths, LONGEST_PAUSE)
            again = f"starting it again in {pause:g} s" if pause else "its spare takes over"
            self.say(sentences(f"{name} {how}; {again}.", await last_line(child)))
            if child.program.on_death is not None:
                await child.program.on_death()
            await asyncio.sleep(pause)
            await child.start()
            try:
                await self.until_ready(child)
            except CannotGoOnError as error:
                self.say(str(error))
                child.kill_group()
            else:
                self.say(f"{name} works again")

    async def keep_spare(self, child: Child) -> None:
        """Keep a second process of a program waiting; returns never."""
        pause = SPARE_AFTER
        while True:
            await asyncio.sleep(pause)
            if child.spare is not None and not child.has_spare:
                # It died with nothing to do: another would too.
                pause = min(2 * pause, LONGEST_SPARE_PAUSE)
            await child.prepare_spare()

    async def stop(self) -> None:
        """Stop all programs, the last started first; end those that are there after 8 s."""
        ending = asyncio.get_running_loop().call_later(STOPS_WITHIN, self.kill)
        try:
            for child in reversed(self.children):
                await child.stop()
        finally:
            ending.cancel()
        self.children.clear()

    def kill(self) -> None:
        """End all programs at once."""
        for child in self.children:
            child.kill()


async def end_of(child: Child) -> str:
    """Wait until a program ends, or hangs and is ended; return how that was, in words."""
    end = asyncio.create_task(child.wait())
    silent = asyncio.create_task(silence_of(child))
    try:
        await asyncio.wait({end, silent}, return_when=asyncio.FIRST_COMPLETED)
        if end.done():
            return end.result()
        child.kill_group()
        await end
        return f"did not answer for {silent.result():.0f} s"
    finally:
        end.cancel()
        silent.cancel()


async def silence_of(child: Child) -> float:
    """Wait until a program hangs, and return for how many seconds it has."""
    if child.started is None:
        return 0.0
    return await until_silent(child.program.ready_url, child.started.process.pid)


async def last_line(child: Child) -> str:
    """Return what a program said last, in a sentence, or nothing."""
    words = await child.last_words()
    return f'Its last line: "{words[:LONGEST_TROUBLE]}".' if words else ""


def sentences(*said: str) -> str:
    """Put those together that say something."""
    return " ".join(filter(None, said))


async def trouble_at(client: httpx.AsyncClient, url: str) -> str | None:
    """Ask once: None when all is well, else what the program says of it, which may be nothing."""
    try:
        answer = await client.get(url)
    except httpx.HTTPError:
        return ""
    return None if answer.is_success else answer.text[:LONGEST_TROUBLE]
