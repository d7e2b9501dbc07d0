import { useCallback, useState } from "react";
import type { Receipt } from "../../api/contract";
import { runActions } from "../../api/control";
import { newId } from "../../api/keys";
import { readPastReminders } from "../../api/wishes";
import { useEvents } from "../../data/context";
import { viewerZone } from "../../tasks/due";
import { SETTINGS } from "../../words/settings";
import { Failure } from "../form/Failure";
import { useDoing } from "../form/useDoing";
import { deliveryWords } from "./deliveryWords";

const WORDS = SETTINGS.reminders;
const SECONDS = 3;

/** Has a timer ring, which goes out by every way that a reminder takes, and shows what came of it. */
export function TestReminder() {
  const [timerId, setTimerId] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { busy, problem, run } = useDoing();

  const take = useCallback(
    (news: Receipt) => {
      if (news.bell_id !== null && news.bell_id === timerId) setReceipt(news);
    },
    [timerId],
  );
  useEvents({ onReminder: take });

  const send = () =>
    run(async () => {
      const id = newId();
      setReceipt(null);
      setTimerId(id);
      await runActions(
        [{ type: "create_timer", seconds: SECONDS, label: WORDS.testLabel, timer_id: id }],
        viewerZone(),
      );
    });
  const look = () =>
    run(async () => {
      const past = await readPastReminders();
      for (const each of past) take(each);
    });

  return (
    <div className="stack" role="group" aria-label={WORDS.test}>
      <p className="hint">{WORDS.testHint}</p>
      <div role="status">
        {timerId && !receipt && <p>{WORDS.testWaits}</p>}
        {receipt && (
          <ul className="sentences">
            {receipt.deliveries.length === 0 && <li>{WORDS.testNowhere}</li>}
            {receipt.deliveries.map((delivery) => (
              <li key={`${delivery.way} ${delivery.to ?? ""}`} data-state={delivery.state}>
                {deliveryWords(delivery)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Failure>{problem}</Failure>
      <div className="form-deeds">
        <button type="button" className="control" disabled={busy} onClick={() => void send()}>
          {WORDS.sendTest}
        </button>
        {receipt && (
          <button type="button" className="quiet" disabled={busy} onClick={() => void look()}>
            {WORDS.lookAgain}
          </button>
        )}
      </div>
    </div>
  );
}
