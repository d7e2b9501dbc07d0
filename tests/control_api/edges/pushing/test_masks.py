import re

import pytest

from control_api.edges.pushing.masks import hidden, unhidden

KEY = "k" * 32
ADDRESSES = [
    ("ntfy://topic-as-a-secret", ""),
    ("ntfys://ntfy.sh/topic-as-a-secret", "ntfy.sh/"),
    ("ntfys://tk_token@ntfy.example.org:8080/topic-as-a-secret", "ntfy.example.org:8080/"),
    ("gotify://push.example.org/secret-token", "push.example.org/"),
    ("mailtos://alice:open-sesame@mail.example.org?to=bob@example.org", "mail.example.org/"),
    ("mailto://alice:open-sesame@mail.example.org/bob@example.org", ""),
    ("mailto://alice:p/ssword@mail.example.org", ""),
    ("matrix://secret-token?mode=t2bot", ""),
    ("json://alice:open-sesame@example.org/path?+Authorization=secret", "example.org/"),
    ("json://example.org/?+Authorization=secret", ""),
    ("tgram://123456789:secret-token/1234", ""),
    ("discord://4174216298/secret-token", ""),
    ("slack://T1JJ3T3L2/A1BRTD4JD/secret-token", ""),
    ("pover://user@secret-token", ""),
    ("json://[::1", ""),
    ("syslog://", ""),
    ("x\ud800://", ""),
]


@pytest.mark.parametrize(("url", "host"), ADDRESSES)
def test_nothing_is_shown_but_the_service_the_host_and_a_mark(url: str, host: str) -> None:
    scheme = url.partition("://")[0]
    assert re.fullmatch(
        rf"{re.escape(f'{scheme}://{host}')}\*{{4}}-[0-9a-f]{{12}}", hidden(url, KEY)
    )


@pytest.mark.parametrize(("url", "host"), ADDRESSES)
def test_a_hidden_address_sent_back_means_the_one_that_is_kept(url: str, host: str) -> None:
    known = [each for each, _ in ADDRESSES]
    assert unhidden(hidden(url, KEY), known, KEY) == url
    others = [each for each in known if each != url]
    assert unhidden(hidden(url, KEY), others, KEY) is None


def test_two_that_differ_only_in_their_secrets_are_told_apart() -> None:
    known = [f"gotify://push.example.org/token-{n}" for n in range(20)]
    shown = [hidden(url, KEY) for url in known]
    assert len(set(shown)) == 20
    assert [unhidden(each, known, KEY) for each in shown] == known


def test_nobody_without_the_key_can_try_out_what_is_hidden() -> None:
    assert hidden("ntfy://alice", KEY) != hidden("ntfy://alice", "another")


def test_what_is_not_hidden_is_taken_as_it_is() -> None:
    assert unhidden("ntfy://topic", [], KEY) == "ntfy://topic"
