# Zeitspannen.

length = { $minutes ->
    [30] eine halbe Stunde
    [60] eine Stunde
    [90] anderthalb Stunden
    [1440] einen Tag
   *[other] { $parts }
}

# Nach "in" steht der Dativ: "in zwei Tagen".
in-length = { $minutes ->
    [1] in einer Minute
    [30] in einer halben Stunde
    [60] in einer Stunde
    [90] in anderthalb Stunden
    [1440] in einem Tag
    [2880] in zwei Tagen
    [4320] in drei Tagen
    [5760] in vier Tagen
    [7200] in fünf Tagen
    [8640] in sechs Tagen
    [10080] in einer Woche
   *[other] in { $parts }
}
