# Timer und Wecker: was gestellt, geändert und gestoppt wurde, und welche es gibt.

timer-set = Timer auf { $length } gestellt.
timer-set-named = Timer „{ $label }“ auf { $length } gestellt.
alarm-set = Wecker gestellt: { $when }.
alarm-set-named = Wecker „{ $label }“ gestellt: { $when }.

bell-cancelled = Abgebrochen: { $bell }.
bell-stopped = Gestoppt: { $bell }.
bell-snoozed = Klingelt wieder in { $length }.
bell-renamed = Das ist jetzt { $bell }.
alarm-off = Wecker aus.
alarm-off-until = Wecker aus. Er klingelt wieder { $rings }.

timer-paused = Angehalten: { $timer }, noch { $left }.
timer-resumed = { $timer } läuft weiter, noch { $left }.
timer-paused-already = { $timer } ist schon angehalten, noch { $left }.
timer-running-already = { $timer } läuft schon, noch { $left }.
timer-left-now = { $timer } läuft jetzt noch { $left }.
alarm-so-already = Das war schon so: { $alarm }, { $when }.
alarm-moved = Wecker verschoben: { $when }.
alarm-moved-named = Wecker „{ $label }“ verschoben: { $when }.

timer-done = { $timer } ist abgelaufen.
timer-left = { $timer } läuft noch { $left }.
timer-left-paused = { $timer } hat noch { $left } und ist angehalten.
alarm-is-ringing = { $alarm } klingelt.
alarm-is-set = Dein Wecker ist gestellt: { $when }.
alarm-is-set-named = { $alarm } ist gestellt: { $when }.

bell-none = Es ist kein Timer und kein Wecker gestellt.
timer-none = Es läuft kein Timer.
alarm-none = Es ist kein Wecker gestellt.
alarm-none-on = Für { $day } ist kein Wecker gestellt.

bells-there = Gestellt: { $bells }.
bells-there-both = Gestellt: { $alarms } und { $timers }.
bells-of-a-kind = { $count }: { $bells }
timer-item = { $timer }, noch { $left }
timer-item-paused = { $timer }, angehalten mit { $left }
timer-item-done = { $timer }, abgelaufen
alarm-item-named = { $label } { $rings }

timer-was-done = { $timer } war { $at_clock } abgelaufen.
alarm-rings = Es ist { $clock }.
alarm-rings-named = Es ist { $clock }: { $label }.
alarm-late = Der Wecker für { $clock } kommt zu spät.
alarm-late-named = Der Wecker für { $clock } kommt zu spät: { $label }.

timer-missed = Verpasst: { $timer }, abgelaufen { $at_clock }.
timer-missed-then = Verpasst: { $timer }, abgelaufen { $moment }.
alarm-missed = Du hast einen Wecker verpasst, gestellt auf { $clock }.
alarm-missed-then = Du hast einen Wecker verpasst, gestellt auf { $day } { $clock }.
alarm-missed-named = Verpasst: { $alarm }, gestellt auf { $clock }.
alarm-missed-named-then = Verpasst: { $alarm }, gestellt auf { $day } { $clock }.
