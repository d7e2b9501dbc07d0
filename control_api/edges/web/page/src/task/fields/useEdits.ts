import { useMemo } from "react";
import type { Link, Priority, Reminder, Repeat, Task, TaskStatus } from "../../api/contract";
import { useTaskActions } from "../../data/useTaskActions";
import { dayIn, dueOf, viewerZone } from "../../tasks/due";
import { spanWords, withReminder } from "../../tasks/reminding";
import { spokenRepeat } from "../../tasks/repeats";
import { spoken, spokenDuration } from "../../tasks/spoken";
import { TEXTS } from "../../texts";
import { type Sentence, sentence, type Spot, useHints } from "./hint";

/** What can be done with the task of the panel; each says what one could have said. */
export function useEdits(task: Task) {
  const actions = useTaskActions();
  const { tell } = useHints();
  return useMemo(() => {
    const zone = viewerZone();
    const today = dayIn(new Date(), zone);
    /** A value of null can't be said. */
    const say = (spot: Spot, kind: Sentence | null, value: string | null = "") => {
      const words = kind && value !== null && sentence(kind, task.title, value);
      tell(words ? { spot, sentence: words } : null);
    };
    const date = (local: string | null) =>
      dueOf({ due: local, time_zone: null }, zone) ?? { day: today, time: null };
    const zoneOf = (local: string | null) => (local?.includes("T") ? zone : null);

    return {
      rename: (title: string) => {
        actions.rename(task, title);
        say("title", "title", title);
      },
      setStatus: (status: TaskStatus) => {
        actions.setStatus(task, status);
        say("status", status);
      },
      setDue: (due: string | null) => {
        actions.reschedule([task], due);
        if (due) say("due", "due", spoken(date(due), today, "due"));
        else say("due", "noDue");
      },
      setStart: (start: string | null) => {
        actions.edit(task, { start, start_time_zone: zoneOf(start) });
        say("start", start ? "start" : null, spoken(date(start), today, "start"));
      },
      setDeadline: (deadline: string | null) => {
        actions.edit(task, { deadline, deadline_time_zone: zoneOf(deadline) });
        const words = spoken(date(deadline), today, "deadline");
        say("deadline", deadline ? "deadline" : null, words);
      },
      setRepeat: (repeat: Repeat | null) => {
        // What comes again needs a day to count from.
        actions.edit(task, { repeat, ...(repeat && !task.due ? { due: today } : {}) });
        if (repeat) say("repeat", "repeat", spokenRepeat(repeat));
        else say("repeat", "noRepeat");
      },
      setDuration: (duration_min: number | null) => {
        actions.edit(task, { duration_min });
        say("duration", duration_min ? "duration" : null, spokenDuration(duration_min ?? 0));
      },
      setPriority: (priority: Priority | null) => {
        actions.setPriority([task], priority);
        if (priority) say("priority", "priority", TEXTS.said.priorities[priority]);
        else say("priority", "noPriority");
      },
      move: (project: string | null) => {
        actions.move([task], project);
        say("project", project ? "project" : "noProject", project ?? task.project ?? "");
      },
      setSection: (section: string | null) => {
        actions.edit(task, { section });
        say("section", null);
      },
      setNotes: (notes: string) => {
        actions.edit(task, { notes });
        const isShort = notes !== "" && notes.length <= 80 && !notes.includes("\n");
        say("notes", isShort && task.notes === "" ? "notes" : null, notes);
      },
      setTags: (tags: string[], name: string) => {
        actions.edit(task, { tags });
        say("tags", tags.includes(name) ? "tag" : "noTag", name);
      },
      setPeople: (assignees: string[], name: string) => {
        actions.edit(task, { assignees });
        // Said with one name it would be for nobody else.
        if (assignees.includes(name)) say("people", "person", TEXTS.said.people(assignees));
        else say("people", "noPerson", name);
      },
      setLinks: (links: Link[]) => {
        actions.edit(task, { links });
        say("links", null);
      },
      addReminder: (reminder: Reminder) => {
        actions.edit(task, { reminders: withReminder(task, reminder) });
        const { before_min: before, anchor = "due", at } = reminder;
        if (at) say("reminders", "remindAt", spoken(date(at), today, "remindAt"));
        else if (anchor !== "due") say("reminders", null);
        else if (before) say("reminders", "reminder", spanWords(before));
        else say("reminders", "remindDue");
      },
      removeReminder: (place: number) => {
        const reminders = task.reminders.filter((_, each) => each !== place);
        actions.edit(task, { reminders });
        say("reminders", reminders.length === 0 ? "noReminders" : null);
      },
      addPart: (title: string) => {
        actions.addPart(task, title);
        say("subtasks", "subtask", title);
      },
      waitFor: (other: Pick<Task, "id" | "title">) => {
        actions.edit(task, { depends_on: [...task.depends_on, other.id] });
        say("waits", "waits", other.title);
      },
      waitNoMoreFor: (other: Pick<Task, "id" | "title">) => {
        actions.edit(task, { depends_on: task.depends_on.filter((id) => id !== other.id) });
        say("waits", other.title ? "noWait" : null, other.title);
      },
      comment: (text: string) => {
        actions.comment(task, text);
        say("comments", text.length <= 80 && !text.includes("\n") ? "comment" : null, text);
      },
    };
  }, [actions, task, tell]);
}

export type Edits = ReturnType<typeof useEdits>;
