import { useCallback, useMemo, useState } from "react";
import type { Alarm, Timer } from "../api/contract";
import { type Action, readAlarms, readTimers, runActions } from "../api/control";
import { ApiProblemError } from "../api/http";
import { viewerZone } from "../tasks/due";
import { TEXTS } from "../texts";

export interface BellActions {
  setPaused: (timer: Timer, paused: boolean) => void;
  cancelTimer: (timer: Timer) => void;
  cancelAlarm: (alarm: Alarm) => void;
  stop: (bellId: string) => Promise<boolean>;
  snooze: (bellId: string, minutes: number) => Promise<boolean>;
}

/** The person's timers and alarms, read anew whenever one of them has changed. */
export function useBells() {
  const [timers, setTimers] = useState<Timer[]>([]);
  const [alarms, setAlarms] = useState<Alarm[]>([]);

  const read = useCallback(async () => {
    try {
      const [timers, alarms] = await Promise.all([readTimers(), readAlarms()]);
      setTimers(timers);
      setAlarms(alarms);
    } catch {
      // The tasks say that the server is away; these are read once it is back.
    }
  }, []);

  return { timers, alarms, read };
}

interface Options {
  /** Shows a message; with a command, also a button that takes it back. */
  show: (text: string, commandId?: string | null) => void;
  onSignedOut: () => void;
}

/** What a person can do with timers and alarms on the page. */
export function useBellActions({ show, onSignedOut }: Options): BellActions {
  const run = useCallback(
    async (action: Action): Promise<boolean> => {
      try {
        const { outcome, reply, command_id } = await runActions([action], viewerZone());
        show(reply, outcome === "done" ? command_id : null);
      } catch (reason) {
        if (reason instanceof ApiProblemError && reason.signedOut) onSignedOut();
        else show(reason instanceof ApiProblemError ? reason.message : TEXTS.notice.apiAway);
        return reason instanceof ApiProblemError;
      }
      // What was stopped elsewhere already is stopped all the same.
      return true;
    },
    [show, onSignedOut],
  );

  return useMemo(
    () => ({
      setPaused: (timer, paused) =>
        void run({ type: "update_timer", timer_id: timer.id, paused }),
      cancelTimer: (timer) => void run({ type: "delete_timer", timer_id: timer.id }),
      cancelAlarm: (alarm) => void run({ type: "delete_alarm", alarm_id: alarm.id }),
      stop: (bell_id) => run({ type: "stop_bell", bell_id }),
      snooze: (bell_id, minutes) => run({ type: "snooze_bell", bell_id, minutes }),
    }),
    [run],
  );
}
