# Lengths of time.

length = { $minutes ->
    [30] media hora
    [60] una hora
    [90] una hora y media
    [1440] un día
   *[other] { $parts }
}
in-length = { $minutes ->
    [30] dentro de media hora
    [60] dentro de una hora
    [90] dentro de una hora y media
    [1440] dentro de un día
   *[other] dentro de { $parts }
}
