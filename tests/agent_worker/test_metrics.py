"""The numbers of the worker, as Prometheus reads them."""

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from agent_worker import metrics
from agent_worker.health import HealthServer
from agent_worker.model_host.protocol import EngineHealth, HostHealth
from scripts.machine.ports import free_port

HOST = HostHealth(
    engines={"stt": EngineHealth("ready", waiting=2), "tts": EngineHealth("ready")},
    resident_bytes=5_000,
)


async def read() -> dict[tuple[str, str], float]:
    """Every number, by its name and the value of its first label."""
    health, port = HealthServer(lambda: None, lambda: False, list), free_port()
    await health.serve(port)
    try:
        async with (
            aiohttp.ClientSession() as client,
            client.get(f"http://127.0.0.1:{port}/metrics") as answer,
        ):
            text = await answer.text()
    finally:
        await health.aclose()
    return {
        (sample.name, next(iter(sample.labels.values()), "")): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_they_tell_how_it_is_at_the_moment_they_are_read() -> None:
    conversations = [1]
    metrics.watch(lambda: conversations[0], 10, lambda: HOST)
    assert (await read())["saydo_conversations", ""] == 1
    conversations[0] = 3
    told = await read()
    assert told["saydo_conversations", ""] == 3
    assert told["saydo_most_conversations", ""] == 10


async def test_they_tell_how_the_model_host_is() -> None:
    metrics.watch(lambda: 0, 10, lambda: HOST)
    told = await read()
    assert told["saydo_model_host_up", ""] == 1
    assert told["saydo_model_host_resident_bytes", ""] == 5_000
    assert told["saydo_model_host_queue", "stt"] == 2
    assert told["saydo_model_host_queue", "llm"] == 0


async def test_a_model_host_that_is_away_is_told_so() -> None:
    metrics.watch(lambda: 0, 10, lambda: None)
    told = await read()
    assert told["saydo_model_host_up", ""] == 0
    assert told["saydo_model_host_queue", "stt"] == 0


async def test_those_of_the_process_are_beside_them() -> None:
    told = await read()
    assert told["process_cpu_seconds_total", ""] > 0
    assert told["process_resident_memory_bytes", ""] > 0
