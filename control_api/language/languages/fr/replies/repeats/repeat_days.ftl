# Which days of a month, as in "le 1er et le 15 de chaque mois".

# Which of several, from the end where it is negative; $place may be several of them, too.
repeat-place = { $nth ->
    [1] premier
    [2] deuxième
    [3] troisième
    [4] quatrième
    [5] cinquième
    [-2] avant-dernier
    [-3] antépénultième
   *[-1] dernier
}
repeat-place-day = { $place } jour
repeat-place-workday = { $place } jour ouvré
repeat-place-weekday = { $place } { $weekday }

repeat-day-of-month = { $day ->
    [1] 1er
   *[other] { $day }
}
