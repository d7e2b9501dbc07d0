import pytest

from control_api.edges.outgoing.reach import PRIVATE
from control_api.edges.pushing.addresses import clean_addresses
from control_api.edges.pushing.masks import hidden
from control_api.edges.pushing.services import OWN_REQUEST, UNKNOWN
from shared.problems import InvalidInputError

KEY = "k" * 32


class Reader:
    """Says of the addresses it is asked about whether they can be read."""

    def __init__(self, unreadable: str = "") -> None:
        self.asked: list[str] = []
        self.unreadable = unreadable

    async def __call__(self, urls: list[str]) -> list[bool]:
        self.asked += urls
        return [url != self.unreadable for url in urls]


async def clean(
    *urls: str, known: list[str] | None = None, networks: tuple[str, ...] = (), reader: Reader
) -> list[str]:
    return await clean_addresses(urls, known or [], key=KEY, networks=networks, can_read=reader)


async def refusal(*urls: str, networks: tuple[str, ...] = (), reader: Reader | None = None) -> str:
    with pytest.raises(InvalidInputError) as refused:
        await clean(*urls, networks=networks, reader=reader or Reader())
    return refused.value.fields["push"]


async def test_good_addresses_are_kept_once_each_in_their_order() -> None:
    reader = Reader()
    urls = ["ntfy://b", " ntfy://a ", "ntfy://b"]
    assert await clean(*urls, reader=reader) == ["ntfy://b", "ntfy://a"]
    assert reader.asked == ["ntfy://b", "ntfy://a"]


@pytest.mark.parametrize(
    "url",
    [
        "ntfy://127.0.0.1/topic",
        "ntfy://localhost/topic",
        "gotify://LOCALHOST./token",
        "json://alice:secret@169.254.169.254/",
        "json://2130706433/",
        "json://0x7f000001/",
        "json://0177.0.0.1/",
        "json://127.1/",
        "json://0/",
        "json://[::1]/",
        "json://[::ffff:127.0.0.1]/",
        "mailto://alice:secret@192.168.1.20",
        "gotifys://10.1.2.3:8080/token",
    ],
)
async def test_what_can_be_seen_to_be_private_is_refused_at_once(url: str) -> None:
    reader = Reader()
    assert await refusal(url, reader=reader) == PRIVATE
    assert not reader.asked
    assert await refusal(url, networks=("203.0.113.0/24",)) == PRIVATE


async def test_the_setting_and_its_name_are_in_the_sentence() -> None:
    assert "SAYDO_PRIVATE_NETWORKS" in await refusal("ntfy://192.168.1.20/topic")
    url = "ntfy://192.168.1.20/topic"
    assert await clean(url, networks=("192.168.1.0/24",), reader=Reader()) == [url]


@pytest.mark.parametrize("url", ["ntfy://1234", "ntfys://localhost", "tgram://1:a/2", "json://h/"])
async def test_a_topic_or_a_token_is_no_host(url: str) -> None:
    assert await clean(url, reader=Reader()) == [url]


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("syslog://", UNKNOWN),
        ("hello", UNKNOWN),
        ("json://example.org/?method=DELETE", OWN_REQUEST),
        ("json://example.org/?+X-Header=1", OWN_REQUEST),
    ],
)
async def test_what_is_not_allowed_is_refused_with_what_is(url: str, sentence: str) -> None:
    assert await refusal(url) == sentence


async def test_what_apprise_can_t_read_is_refused_and_named_by_its_service() -> None:
    assert "gotify" in await refusal(
        "ntfy://topic", "gotify://bad", reader=Reader(unreadable="gotify://bad")
    )


async def test_what_is_kept_already_is_neither_read_again_nor_refused() -> None:
    reader = Reader()
    known = ["syslog://", "ntfy://topic"]
    shown = [hidden(url, KEY) for url in known]
    assert await clean(*shown, *known, known=known, reader=reader) == known
    assert not reader.asked


async def test_a_hidden_address_that_is_not_kept_is_refused() -> None:
    for shown in (hidden("ntfy://topic", KEY), "json://alice:****@example.org/"):
        assert "write it in full" in await refusal(shown)
