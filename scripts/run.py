"""Runs all of Saydo in one terminal: `python -m scripts.run [--verbose]`. Ctrl-C stops it.

The exit status is 0 when it was told to stop, 1 when it can't go on.
"""

import signal

if __name__ == "__main__":
    # Until there is something to stop in order, it just ends, without a word; also where a shell
    # had it started with SIGINT ignored, as one without job control does with a &.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import argparse
import asyncio
import fcntl
import functools
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx

from control_api.setup.settings import Settings, load_settings
from control_api.setup.setup_error import SetupError
from control_api.who.signed_tokens.links import sign_in_links
from scripts.launch import livekit_config, programs
from scripts.launch.lost_agents import remove_agents
from scripts.launch.other_devices import for_other_devices
from scripts.launch.output import Output, show
from scripts.launch.supervise import CannotGoOnError, Supervisor, trouble_at
from scripts.machine.ports import free_port, is_free
from scripts.provision import livekit_server

PORT_TRIES = 3
"""How often other ports are tried for livekit-server, should another program take them first."""


STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> None:
    """Run until Ctrl-C, SIGTERM or SIGHUP; say in one line why it can't."""
    parser = argparse.ArgumentParser(prog="python -m scripts.run", description="Runs all of Saydo.")
    parser.add_argument(
        "--verbose",
        action="store_true",
        default=os.environ.get("SAYDO_VERBOSE", "0") not in {"", "0"},
        help="print all that the programs say, which else is only in the log",
    )
    given = parser.parse_args()
    try:
        settings = load_settings()
        with only_one(settings.data):
            check_port(settings)
            with closing(Output(settings.data, verbose=given.verbose)) as output:
                asyncio.run(run(settings, output))
    except (SetupError, CannotGoOnError) as error:
        sys.exit(f"saydo | {error}")
    except KeyboardInterrupt:
        # At the very end, when all has stopped.
        pass


async def run(settings: Settings, output: Output) -> None:
    """Start everything, say so when it is ready, keep it running, stop everything.

    Raises CannotGoOnError.
    """
    supervisor = Supervisor(output.say, output.relay)
    loop = asyncio.get_running_loop()
    # Where a worker that is started again finds the models that the one before has loaded.
    models = tempfile.TemporaryDirectory(prefix="saydo-models-")
    work = asyncio.create_task(start_and_watch(supervisor, settings, output, Path(models.name)))

    def stop() -> None:
        if work.cancelling():
            supervisor.kill()
        else:
            output.say("stopping")
            work.cancel()

    for number in STOPPING:
        # Who says nohup wants it to go on after the terminal was closed.
        if not (number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN):
            loop.add_signal_handler(number, stop)
    try:
        await work
    except asyncio.CancelledError:
        pass
    finally:
        await supervisor.stop()
        models.cleanup()
    output.say("stopped")


async def start_and_watch(
    supervisor: Supervisor, settings: Settings, output: Output, model_host: Path
) -> None:
    """Start the programs in order, and restart what dies; returns never."""
    livekit_url = await start_livekit(supervisor, settings)
    output.say(f"starting; what the programs say is in {output.file}")
    # Another LiveKit server may serve other workers too; their agents are none of our business.
    ours = not os.environ.get("LIVEKIT_URL")
    clear = functools.partial(remove_agents, livekit_url, settings.secrets) if ours else None
    await supervisor.start(
        [
            programs.control_api(settings, livekit_url),
            programs.worker(
                settings,
                livekit_url,
                on_death=clear,
                model_host=model_host,
                has_spare=os.environ.get("SAYDO_SPARE_WORKER", "1") not in {"", "0"},
            ),
        ]
    )
    output.note("ready")
    show(f"Saydo is ready: {settings.address}")
    # Never in the log: for an hour it lets anybody in who has it.
    here, *elsewhere = sign_in_links(settings, settings.secrets.owner_id)
    show(f"\n    Sign in once, within the hour: {here}\n")
    for link in elsewhere:
        show(f"    On another device, just as well: {link}\n")
    await supervisor.watch()


async def start_livekit(supervisor: Supervisor, settings: Settings) -> str:
    """Start livekit-server, unless LIVEKIT_URL names one that runs; return its address."""
    if os.environ.get("LIVEKIT_URL"):
        await check_livekit(settings.livekit_url)
        return settings.livekit_url
    program = livekit_server.find()
    if program is None:
        raise SetupError(f"livekit-server is missing: run `make setup`. {livekit_server.REMEDY}")
    for attempt in range(PORT_TRIES):
        config = livekit_config.with_free_ports(livekit_config.read_config())
        if settings.public_address is not None:
            config = for_other_devices(config, settings.public_address, settings.media_address)
        try:
            await supervisor.start([programs.livekit_server(program, config, settings)])
        except CannotGoOnError:
            ports_are_free = is_free(config["port"]) and is_free(
                config["rtc"]["udp_port"], transport="udp"
            )
            if attempt + 1 == PORT_TRIES or ports_are_free:
                raise
            await supervisor.stop()
        else:
            return f"ws://127.0.0.1:{config['port']}"
    raise SetupError("livekit-server found no free port.")


async def check_livekit(url: str) -> None:
    """Raise SetupError when no LiveKit server answers there within 5 s."""
    address = programs.http_address(url)
    async with httpx.AsyncClient(timeout=5) as client:
        if await trouble_at(client, address) is not None:
            raise SetupError(
                f"No LiveKit server answers at {url}, which LIVEKIT_URL names. Start it, correct "
                "LIVEKIT_URL, or unset it: then Saydo runs its own."
            )


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the data folder; raises SetupError when another Saydo holds it."""
    with (data / "run.lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SetupError(
                f"Saydo already runs on {data}. Stop it first, or set SAYDO_DATA to another folder "
                "(and SAYDO_PORT to another port) for a second one."
            ) from None
        yield


def check_port(settings: Settings) -> None:
    """Raise SetupError when the port of the page is taken."""
    if not is_free(settings.port, settings.host):
        raise SetupError(
            f"Port {settings.port} is taken by another program. Stop that program, or choose "
            f"another port: SAYDO_PORT={free_port(min(settings.port + 1, 65535))} make run"
        )


if __name__ == "__main__":
    main()
