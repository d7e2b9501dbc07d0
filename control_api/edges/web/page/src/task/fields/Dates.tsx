import type { Task } from "../../api/contract";
import { DueEditor } from "../../list/DueEditor";
import { dayIn, dueOf, dueWords, viewerZone } from "../../tasks/due";
import { TEXTS } from "../../texts";
import { Field } from "./Field";
import type { Edits } from "./useEdits";

/** Due, start or deadline of a task. */
interface Props {
  task: Task;
  edits: Edits;
}

export function DueField({ task, edits }: Props) {
  return (
    <DateField
      spot="due"
      label={TEXTS.task.due}
      question={TEXTS.due.label}
      {...{ local: task.due, zone: task.time_zone, onSave: edits.setDue }}
    />
  );
}

export function StartField({ task, edits }: Props) {
  return (
    <DateField
      spot="start"
      label={TEXTS.task.start}
      question={TEXTS.task.startLabel}
      {...{ local: task.start, zone: task.start_time_zone, onSave: edits.setStart }}
    />
  );
}

export function DeadlineField({ task, edits }: Props) {
  return (
    <DateField
      spot="deadline"
      label={TEXTS.task.deadline}
      question={TEXTS.task.deadlineLabel}
      {...{ local: task.deadline, zone: task.deadline_time_zone, onSave: edits.setDeadline }}
    />
  );
}

interface DateProps {
  spot: "due" | "start" | "deadline";
  label: string;
  question: string;
  /** As tasks have it. */
  local: string | null;
  zone: string | null;
  onSave: (local: string | null) => void;
}

function DateField({ spot, label, question, local, zone, onSave }: DateProps) {
  const due = dueOf({ due: local, time_zone: zone }, viewerZone());
  const today = dayIn(new Date(), viewerZone());
  return (
    <Field spot={spot} label={label} value={due && dueWords(due, today)}>
      {(close) => <DueEditor due={due} label={question} onSave={onSave} onClose={close} />}
    </Field>
  );
}
