# Which days of a month, as in "el primer lunes de cada mes".

repeat-place = { $nth ->
    [1] primer
    [2] segundo
    [3] tercer
    [4] cuarto
    [5] quinto
    [-2] penúltimo
    [-3] antepenúltimo
   *[-1] último
}
repeat-place-day = { $place } día
repeat-place-workday = { $place } día laborable
repeat-place-weekday = { $place } { $weekday }

repeat-day-of-month = día { $day }
