# Timers and alarms: what was set, changed and stopped, and which there are.

timer-set = Temporizador puesto: { $length }.
timer-set-named = Temporizador de { $label } puesto: { $length }.
alarm-set = Alarma puesta para { $when }.
alarm-set-named = Alarma de { $label } puesta para { $when }.

bell-cancelled = He cancelado { $bell }.
bell-stopped = He parado { $bell }.
bell-snoozed = Vuelve a sonar dentro de { $length }.
bell-renamed = Ahora es { $bell }.
alarm-off = Alarma apagada.
alarm-off-until = Alarma apagada. Vuelve a sonar { $rings }.

timer-paused = En pausa { $timer }: quedan { $left }.
timer-resumed = { $timer } sigue: quedan { $left }.
timer-paused-already = { $timer } ya está en pausa: quedan { $left }.
timer-running-already = { $timer } ya está en marcha: quedan { $left }.
timer-left-now = { $timer }: ahora quedan { $left }.
alarm-so-already = Ya estaba así: { $alarm }, { $when }.
alarm-moved = Alarma cambiada: suena { $when }.
alarm-moved-named = Alarma de { $label } cambiada: suena { $when }.

timer-done = { $timer } ha terminado.
timer-left = { $timer }: quedan { $left }.
timer-left-paused = { $timer }: quedan { $left }, en pausa.
alarm-is-ringing = { $alarm } está sonando.
alarm-is-set = Tienes la alarma puesta para { $when }.
alarm-is-set-named = { $alarm } está puesta para { $when }.

bell-none = No hay ningún temporizador ni ninguna alarma.
timer-none = No hay ningún temporizador en marcha.
alarm-none = No hay ninguna alarma puesta.
alarm-none-on = No hay ninguna alarma puesta para { $day }.

bells-there = Tienes { $bells }.
bells-there-both = Tienes { $alarms } y { $timers }.
bells-of-a-kind = { $count }: { $bells }
timer-item = { $timer }, quedan { $left }
timer-item-paused = { $timer }, en pausa, quedan { $left }
timer-item-done = { $timer }, que ha terminado
alarm-item-named = { $label } { $rings }

timer-was-done = { $timer } terminó { $at_clock }.
alarm-rings = La alarma de { $clock }.
alarm-rings-named = La alarma de { $clock }: { $label }.
alarm-late = La alarma de { $clock } llega tarde.
alarm-late-named = La alarma de { $clock } llega tarde: { $label }.

timer-missed = Te perdiste { $timer }. Terminó { $at_clock }.
timer-missed-then = Te perdiste { $timer }. Terminó { $moment }.
alarm-missed = Te perdiste una alarma. Era la de { $clock }.
alarm-missed-then = Te perdiste una alarma. Era la de { $clock }, { $day }.
alarm-missed-named = Te perdiste { $alarm }. Era la de { $clock }.
alarm-missed-named-then = Te perdiste { $alarm }. Era la de { $clock }, { $day }.
