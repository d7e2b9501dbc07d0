"""Every way to say a day goes with every way to say a time of day, whichever comes first."""

from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import read_when
from control_api.language.words.heard import hear
from control_api.language.words.loading import load

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 10, tzinfo=ZONE)
DAYS = {
    "en": {
        "tomorrow": "2026-11-22",
        "on Monday": "2026-11-23",
        "a week on Monday": "2026-11-30",
        "on December 2": "2026-12-02",
        "on the second of December": "2026-12-02",
        "on Wednesday, December 2": "2026-12-02",
    },
    "de": {
        "morgen": "2026-11-22",
        "am Montag": "2026-11-23",
        "am 2. Dezember": "2026-12-02",
        "am zweiten Dezember": "2026-12-02",
        "am Mittwoch, den 2. Dezember": "2026-12-02",
    },
    "fr": {
        "demain": "2026-11-22",
        "lundi en huit": "2026-11-30",
        "le 30": "2026-11-30",
        "le 2 décembre": "2026-12-02",
        "le deux décembre": "2026-12-02",
        "le mercredi 2 décembre": "2026-12-02",
    },
    "es": {
        "el lunes": "2026-11-23",
        "el 2 de diciembre": "2026-12-02",
        "el dos de diciembre": "2026-12-02",
        "dentro de dos semanas": "2026-12-05",
        "el miércoles 2 de diciembre": "2026-12-02",
    },
}
CLOCKS = {
    "en": {
        "at half past six in the evening": "18:30",
        "at quarter to seven in the evening": "18:45",
        "at ten past four in the afternoon": "16:10",
        "at seven thirty in the morning": "07:30",
        "at 6:30 pm": "18:30",
    },
    "de": {
        "um halb sieben abends": "18:30",
        "um Viertel vor sieben am Abend": "18:45",
        "um zehn nach vier nachmittags": "16:10",
        "um achtzehn Uhr dreißig": "18:30",
    },
    "fr": {
        "à six heures et demie du soir": "18:30",
        "à sept heures moins le quart du soir": "18:45",
        "à trois heures de l'après-midi": "15:00",
        "à dix-huit heures trente": "18:30",
        "à neuf heures vingt du matin": "09:20",
    },
    "es": {
        "a las seis y media de la tarde": "18:30",
        "a las siete menos cuarto de la tarde": "18:45",
        "a las nueve y veinte de la mañana": "09:20",
    },
}


@pytest.mark.parametrize("name", sorted(DAYS))
def test_a_day_and_a_time_of_day_are_one_time(name: str) -> None:
    language = load(name)
    wrong = {}
    for (day, date), (clock, time) in product(DAYS[name].items(), CLOCKS[name].items()):
        for said in (f"{day} {clock}", f"{clock} {day}"):
            due = due_of(read_when(hear(said, language), NOW, language), NOW, ZONE).due
            if due != f"{date}T{time}:00":
                wrong[said] = due
    assert not wrong


@pytest.mark.parametrize("day", ["tomorrow", "Monday", "on Monday"])
@pytest.mark.parametrize(
    ("before", "part", "time"),
    [
        ("half past six", "morning", "06:30"),
        ("quarter past six", "morning", "06:15"),
        ("a quarter to six", "evening", "17:45"),
        ("ten to eight", "night", "19:50"),
    ],
)
def test_a_part_of_a_day_goes_with_minutes_before_and_after_the_hour(
    day: str, before: str, part: str, time: str
) -> None:
    language = load("en")
    when = read_when(hear(f"{before} {day} {part}", language), NOW, language)
    due = due_of(when, NOW, ZONE).due
    assert due is not None
    assert due[11:] == f"{time}:00"
