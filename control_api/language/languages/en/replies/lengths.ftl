# Lengths of time. $parts is the number of $minutes as a list of "counted-week", "counted-day",
# "counted-hour" and "counted-minute"; some lengths are said better in other words.

# What something takes, or how long it is before something.
length = { $minutes ->
    [30] half an hour
    [60] an hour
    [90] an hour and a half
    [1440] a day
   *[other] { $parts }
}

# When so much time has gone by.
in-length = { $minutes ->
    [30] in half an hour
    [60] in an hour
    [90] in an hour and a half
    [1440] in a day
   *[other] in { $parts }
}
