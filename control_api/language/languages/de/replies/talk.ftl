# Plauderei, was Saydo ist, kann und nicht kann, und welche Zeit und welcher Tag ist.

talk-thanks = Gern geschehen.
talk-greeting = Hallo! Was soll ich mir für dich merken?
talk-goodbye = Tschüss!
talk-good-night = Gute Nacht.
talk-how-are-you = Mir geht es gut, danke. Was soll ich mir für dich merken?
talk-who-are-you = Ich bin Saydo. { talk-help }
talk-help = Ich verwalte deine Aufgaben und Listen. Sag: Erinnere mich morgen um drei daran, Sarah anzurufen; setz Milch auf meine Einkaufsliste; oder: Was steht am Freitag an?
talk-hear-me = Ich höre dich.
talk-praise = Danke.
talk-sorry = Kein Problem.

out-of-reach-weather = Das Wetter kenne ich nicht; ich verwalte deine Aufgaben und Listen.
out-of-reach-news = Die Nachrichten kenne ich nicht; ich verwalte deine Aufgaben und Listen.
out-of-reach-traffic = Den Verkehr kenne ich nicht; ich verwalte deine Aufgaben und Listen.
out-of-reach-prices = Preise kenne ich nicht; ich verwalte deine Aufgaben und Listen.
out-of-reach-music = Abspielen kann ich nichts; ich verwalte deine Aufgaben und Listen.
out-of-reach-messages = Nachrichten kann ich nicht senden; ich verwalte deine Aufgaben und Listen.
out-of-reach-calls = Anrufen kann ich niemanden; ich verwalte deine Aufgaben und Listen.
out-of-reach-orders = Buchen oder bestellen kann ich nichts; ich verwalte deine Aufgaben und Listen.
out-of-reach-ways = Den Weg kenne ich nicht; ich verwalte deine Aufgaben und Listen.
out-of-reach-switches = Ein- oder ausschalten kann ich nichts; ich verwalte deine Aufgaben und Listen.
out-of-reach-programs = Öffnen kann ich nichts; ich verwalte deine Aufgaben und Listen.
out-of-reach-messages-but = Nachrichten kann ich nicht senden, aber dich erinnern. Sag: neue Aufgabe, und was du tun willst.
out-of-reach-calls-but = Anrufen kann ich niemanden, aber dich erinnern. Sag: neue Aufgabe, und was du tun willst.
out-of-reach-orders-but = Buchen oder bestellen kann ich nichts, aber dich erinnern. Sag: neue Aufgabe, und was du tun willst.
not-at-a-place = Ich weiß nicht, wo du bist, deshalb kann ich dich dort nicht erinnern.

time-now = { $hour ->
   *[other] Es ist { $clock }.
}
time-in = { $hour ->
   *[other] In { $place } ist es { $clock }.
}
time-in-on = { $hour ->
   *[other] In { $place } ist es { $clock }, { $weekday }.
}
time-of-zone = { $hour ->
   *[other] Es ist { $clock }, Ortszeit { $place }.
}
time-of-zone-on = { $hour ->
   *[other] Es ist { $weekday }, { $clock }, Ortszeit { $place }.
}
time-unknown-in = Wie spät es in { $place } ist, weiß ich nicht.

date-of-today = Heute ist { $date }.
date-of-day = Das ist { $date }.
named-day-is-today = Das ist heute, { $date }.
named-day-is = { $day } ist { $date }.
is-weekday-today = Ja, heute ist { $date }.
is-other-weekday-today = Nein, heute ist { $date }.
is-weekday = Ja, das ist { $date }.
is-other-weekday = Nein, das ist { $date }.

left-until-date = { $left } bis { $date }.
left-until-day = { $left } bis { $day }: { $date }.
left-until-time = { $left } bis { $time }.

week-number = Das ist Kalenderwoche { $week }.
month-now = Es ist { $month } { $year }.
