import type { Task } from "../../api/contract";
import { useUpcoming } from "../../data/details";
import { dayIn, dueOf, dueWords, viewerZone } from "../../tasks/due";
import { repeatInWords } from "../../tasks/repeats";
import { TEXTS } from "../../texts";
import { Field } from "./Field";
import { RepeatEditor } from "./RepeatEditor";
import type { Edits } from "./useEdits";

interface Props {
  task: Task;
  edits: Edits;
}

/** How a task comes again, in words, and its next dates. */
export function RepeatField({ task, edits }: Props) {
  const { data } = useUpcoming(task);
  const zone = viewerZone();
  const today = dayIn(new Date(), zone);
  const words = task.repeat && repeatInWords(task.repeat, today);
  const dates = (task.repeat ? (data?.upcoming ?? []) : []).flatMap((due) => {
    const read = dueOf({ due, time_zone: data?.time_zone ?? null }, zone);
    return read ? [{ due, words: dueWords({ ...read, time: null }, today) }] : [];
  });

  return (
    <>
      <Field
        spot="repeat"
        label={TEXTS.task.repeat}
        value={words && words[0]!.toUpperCase() + words.slice(1)}
      >
        {(close) => (
          <RepeatEditor repeat={task.repeat} onSave={edits.setRepeat} onClose={close} />
        )}
      </Field>
      {dates.length > 0 && (
        <div className="upcoming">
          <span id="upcoming-dates">{TEXTS.parts.upcoming}</span>
          <ol aria-labelledby="upcoming-dates">
            {dates.map(({ due, words: day }) => (
              <li key={due}>{day}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}
