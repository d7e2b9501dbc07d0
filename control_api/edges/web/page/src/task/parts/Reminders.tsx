import { type FormEvent, useState } from "react";
import type { Receipt, Reminder, Task } from "../../api/contract";
import { useReceipts } from "../../data/details";
import { CloseIcon } from "../../Icons";
import { DueEditor } from "../../list/DueEditor";
import { dayIn, dueWords, localTime, viewerZone } from "../../tasks/due";
import { type Anchor, anchorsOf, OFFSETS, reminderWords } from "../../tasks/reminding";
import { TEXTS } from "../../texts";
import type { Edits } from "../fields/useEdits";
import { Part } from "./Part";

const AT_TIME = "at";

interface Props {
  task: Task;
  edits: Edits;
}

/** When Saydo speaks up about a task, and what became of that. */
export function Reminders({ task, edits }: Props) {
  const zone = viewerZone();
  const today = dayIn(new Date(), zone);
  const { data: receipts = [] } = useReceipts(task.id);

  return (
    <Part spot="reminders" label={TEXTS.parts.reminders}>
      {task.reminders.length > 0 && (
        <ul className="parts">
          {task.reminders.map((reminder, place) => {
            const words = reminderWords(reminder, zone, today);
            return (
              <li key={JSON.stringify(reminder)} className="awaited">
                <span>{words}</span>
                <button
                  type="button"
                  className="icon"
                  aria-label={TEXTS.task.without(words)}
                  title={TEXTS.task.without(words)}
                  onClick={() => edits.removeReminder(place)}
                >
                  <CloseIcon />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Adding task={task} onAdd={edits.addReminder} />
      {receipts.length > 0 && (
        <ul className="receipts" aria-label={TEXTS.parts.receipts}>
          {receipts.map((receipt) => (
            <li key={receipt.id} data-state={receipt.state}>
              {receiptWords(receipt, zone, today)}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

interface AddingProps {
  task: Task;
  onAdd: (reminder: Reminder) => void;
}

function Adding({ task, onAdd }: AddingProps) {
  const anchors = anchorsOf(task);
  const choices = anchors.flatMap((anchor) => OFFSETS.map((minutes) => `${anchor} ${minutes}`));
  const [chosen, setChosen] = useState("");
  const [isAtTime, setAtTime] = useState(false);
  const value = choices.includes(chosen) ? chosen : (choices[1] ?? AT_TIME);
  const zone = viewerZone();

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === AT_TIME || choices.length === 0) return setAtTime(true);
    onAdd(reminderOf(value));
  };
  return (
    <>
      <form className="remind-form" onSubmit={add}>
        <select
          aria-label={TEXTS.parts.addReminder}
          value={chosen === AT_TIME ? AT_TIME : value}
          onChange={(event) => setChosen(event.target.value)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {reminderWords(reminderOf(choice), zone, "")}
            </option>
          ))}
          <option value={AT_TIME}>{TEXTS.parts.atTime}</option>
        </select>
        <button type="submit" className="quiet">
          {TEXTS.task.add}
        </button>
      </form>
      {isAtTime && (
        <DueEditor
          due={null}
          label={TEXTS.parts.atTimeLabel}
          onSave={(at) =>
            at && onAdd({ at: at.includes("T") ? at : `${at}T09:00:00`, time_zone: zone })
          }
          onClose={() => setAtTime(false)}
        />
      )}
    </>
  );
}

function reminderOf(choice: string): Reminder {
  const [anchor = "due", minutes] = choice.split(" ");
  return {
    before_min: Number(minutes),
    ...(anchor === "due" ? {} : { anchor: anchor as Anchor }),
  };
}

/** "Today, 9:00 AM: seen or heard, on the page". */
function receiptWords(receipt: Receipt, zone: string, today: string): string {
  const local = localTime(new Date(receipt.at), zone);
  const when = dueWords({ day: local.slice(0, 10), time: local.slice(11, 16) }, today);
  const words = TEXTS.reminding;
  const ways = receipt.deliveries
    .filter(({ state }) => state === "delivered")
    .map(({ way }) => words.ways[way]);
  const failed = receipt.deliveries.find(({ state }) => state === "failed")?.error;
  const state =
    receipt.blocked && receipt.state === "planned" ? words.blocked : words.states[receipt.state];
  return [words.receipt(when, state), ...new Set(ways), ...(failed ? [failed] : [])].join(", ");
}
