# Welche Tage eines Monats: "am 1. und 15. jedes Monats", "am letzten Freitag".

repeat-place = { $nth ->
    [1] ersten
    [2] zweiten
    [3] dritten
    [4] vierten
    [5] fünften
    [-2] vorletzten
    [-3] drittletzten
   *[-1] letzten
}
repeat-place-day = { $place } Tag
repeat-place-workday = { $place } Werktag
repeat-place-weekday = { $place } { $weekday }

repeat-day-of-month = { $day }.
