import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import type { Clock } from "../tasks/grouping";
import { PLAIN } from "../tasks/plain.fixture";
import { ALL, COMPLETED, INBOX, projectView, TODAY, UPCOMING } from "./views";

const CLOCK: Clock = { zone: "UTC", day: "2026-11-24", time: "10:00" };
const HOME = projectView({ id: "h", name: "Home", colour: null, archived: false });
const VIEWS = { TODAY, UPCOMING, INBOX, ALL, COMPLETED, HOME };

const inWhich = (more: Partial<Task>) =>
  Object.entries(VIEWS).flatMap(([name, view]) =>
    view.has({ ...PLAIN, ...more }, CLOCK) ? [name] : [],
  );

describe("which lists a task belongs to", () => {
  it.each<[string, Partial<Task>, string[]]>([
    ["without anything", {}, ["INBOX", "ALL"]],
    ["due today", { due: "2026-11-24T18:00:00" }, ["TODAY", "UPCOMING", "INBOX", "ALL"]],
    ["overdue", { due: "2026-11-01" }, ["TODAY", "UPCOMING", "INBOX", "ALL"]],
    ["due tomorrow", { due: "2026-11-25" }, ["UPCOMING", "INBOX", "ALL"]],
    ["of a project", { project: "Home", project_id: "h" }, ["ALL", "HOME"]],
    ["under way", { status: "in_progress" }, ["INBOX", "ALL"]],
    ["completed", { status: "completed", due: "2026-11-24" }, ["COMPLETED"]],
    ["cancelled", { status: "cancelled" }, []],
  ])("%s", (_, more, names) => expect(inWhich(more)).toEqual(names));
});
