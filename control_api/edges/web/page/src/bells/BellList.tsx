import { useEffect, useState } from "react";
import type { Alarm, Timer } from "../api/contract";
import { CloseIcon } from "../Icons";
import { viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";
import { alarmWords, clockWords, liveAlarms, liveTimers, secondsLeft } from "./remaining";
import type { BellActions } from "./useBells";

const STEP_MS = 250;
const SLOW_STEP_MS = 20_000;

interface Props {
  timers: Timer[];
  alarms: Alarm[];
  actions: BellActions;
}

/** The timers that run, counting down, and the alarms that are set. */
export function BellList({ timers, alarms, actions }: Props) {
  const now = useMoment(timers.some((timer) => timer.ends_at !== null) ? STEP_MS : SLOW_STEP_MS);
  const zone = viewerZone();
  const running = liveTimers(timers, now);
  const set = liveAlarms(alarms, now, zone);
  if (running.length + set.length === 0) return null;

  return (
    <section className="bells" aria-label={TEXTS.bells.label}>
      <ul>
        {running.map((timer) => (
          <TimerRow key={timer.id} timer={timer} now={now} actions={actions} />
        ))}
        {set.map((alarm) => (
          <li key={alarm.id}>
            <span className="name">{alarm.label || TEXTS.bells.alarm}</span>
            <span className="when">{alarmWords(alarm, now, zone)}</span>
            <button
              type="button"
              className="icon"
              aria-label={TEXTS.bells.cancel(alarm.label || TEXTS.bells.alarm)}
              onClick={() => actions.cancelAlarm(alarm)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  timer: Timer;
  now: Date;
  actions: BellActions;
}

function TimerRow({ timer, now, actions }: RowProps) {
  const name = timer.label || TEXTS.bells.timer;
  const left = secondsLeft(timer, now);
  const paused = timer.ends_at === null;
  return (
    <li>
      <span className="name">{name}</span>
      <span className="when" role="timer" aria-live="off">
        {left > 0 ? clockWords(left) : TEXTS.bells.done}
      </span>
      {left > 0 && (
        <button
          type="button"
          className="quiet"
          onClick={() => actions.setPaused(timer, !paused)}
          aria-label={paused ? TEXTS.bells.resumeLabel(name) : TEXTS.bells.pauseLabel(name)}
        >
          {paused ? TEXTS.bells.resume : TEXTS.bells.pause}
        </button>
      )}
      <button
        type="button"
        className="icon"
        aria-label={TEXTS.bells.cancel(name)}
        onClick={() => actions.cancelTimer(timer)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** The time, moving on by itself in such steps. */
function useMoment(stepMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const step = setInterval(() => setNow(new Date()), stepMs);
    return () => clearInterval(step);
  }, [stepMs]);
  return now;
}
