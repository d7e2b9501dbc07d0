# Which days of a month, as in "on the first and fifteenth of every month".

# Which of several, from the end where it is negative; $place may be several of them, too.
repeat-place = { $nth ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [-2] second to last
    [-3] third to last
   *[-1] last
}
repeat-place-day = { $place } day
repeat-place-workday = { $place } weekday
repeat-place-weekday = { $place } { $weekday }

repeat-day-of-month = { $day ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
    [11] eleventh
    [12] twelfth
    [13] thirteenth
    [14] fourteenth
    [15] fifteenth
    [16] sixteenth
    [17] seventeenth
    [18] eighteenth
    [19] nineteenth
    [20] twentieth
    [21] twenty-first
    [22] twenty-second
    [23] twenty-third
    [24] twenty-fourth
    [25] twenty-fifth
    [26] twenty-sixth
    [27] twenty-seventh
    [28] twenty-eighth
    [29] twenty-ninth
    [30] thirtieth
   *[31] thirty-first
}
