# Lengths of time. $parts is the number of $minutes as a list of "counted-week", "counted-day",
# "counted-hour" and "counted-minute"; some lengths are said better in other words.

# What something takes, or how long it is before something.
length = { $minutes ->
    [15] un quart d'heure
    [30] une demi-heure
    [45] trois quarts d'heure
    [60] une heure
    [90] une heure et demie
    [1440] un jour
   *[other] { $parts }
}

# When so much time has gone by.
in-length = dans { $minutes ->
    [15] un quart d'heure
    [30] une demi-heure
    [45] trois quarts d'heure
    [60] une heure
    [90] une heure et demie
    [1440] un jour
   *[other] { $parts }
}
