import type { Project, SavedFilter, Task } from "../api/contract";
import { dueOf } from "../tasks/due";
import { type Clock, isOpen } from "../tasks/grouping";
import { type Order, SORTED_AS, type Sorting } from "../tasks/sorting";
import { TEXTS } from "../texts";

type ProjectOfAList = Pick<Project, "id" | "name" | "colour" | "archived">;

/** What a person keeps under a name, and has a list for. */
export type Thing =
  | ({ kind: "project" } & ProjectOfAList)
  | ({ kind: "filter" } & Pick<SavedFilter, "id" | "name" | "query">);

/** A list of tasks: what is asked of the control API, and which tasks belong to it. */
export interface View {
  /** What it is kept under; another query has another key. */
  key: string;
  readonly title: string;
  /** Parameters of `GET /api/v1/tasks`. */
  query: Readonly<Record<string, string>>;
  order: Order;
  /** Whether a task belongs to it; null where only the control API knows. */
  has: (task: Task, clock: Clock) => boolean | null;
  /** What it is the list of, where a person made that. */
  thing?: Thing;
  /** What the list says when there is nothing in it. */
  empty: { title: string; text: string };
}

const OPEN_BY_DUE = { filter: "open", sort: "due" } as const;

export const TODAY: View = {
  key: "today",
  get title() {
    return TEXTS.views.today;
  },
  query: { filter: "open & (overdue | today)", sort: "due" },
  order: "due",
  has: (task, clock) => {
    const due = dueOf(task, clock.zone);
    return isOpen(task) && due !== null && due.day <= clock.day;
  },
  empty: TEXTS.views.empty.today,
};

export const UPCOMING: View = {
  key: "upcoming",
  get title() {
    return TEXTS.views.upcoming;
  },
  query: { filter: "open & !(no date)", sort: "due" },
  order: "due",
  has: (task) => isOpen(task) && task.due !== null,
  empty: TEXTS.views.empty.upcoming,
};

export const INBOX: View = {
  key: "inbox",
  get title() {
    return TEXTS.views.inbox;
  },
  query: { filter: "open & no project", sort: "due" },
  order: "due",
  has: (task) => isOpen(task) && task.project_id === null,
  empty: TEXTS.views.empty.inbox,
};

export const ALL: View = {
  key: "all",
  get title() {
    return TEXTS.views.all;
  },
  query: OPEN_BY_DUE,
  order: "due",
  has: isOpen,
  empty: TEXTS.views.empty.all,
};

export const COMPLETED: View = {
  key: "completed",
  get title() {
    return TEXTS.views.completed;
  },
  query: { status: "completed", sort: "-completed_at" },
  order: "completed",
  has: (task) => task.status === "completed",
  empty: TEXTS.views.empty.completed,
};

export const projectView = ({ id, name, colour, archived }: ProjectOfAList): View => ({
  thing: { kind: "project", id, name, colour, archived },
  key: `project ${id} ${name}`,
  title: name,
  query: { ...OPEN_BY_DUE, project: name },
  order: "due",
  has: (task) => isOpen(task) && task.project_id === id,
  empty: TEXTS.views.empty.project,
});

export const filterView = ({
  id,
  name,
  query,
}: Pick<SavedFilter, "id" | "name" | "query">): View => ({
  thing: { kind: "filter", id, name, query },
  key: `filter ${id} ${query}`,
  title: name,
  query: { filter_id: id, sort: "due" },
  order: "due",
  // Whatever the filter says of it: what the page could only guess.
  has: () => null,
  empty: TEXTS.views.empty.filter,
});

/** The same list, sorted by something else. */
export const sortedView = (view: View, sorting: Sorting): View =>
  view.order === "completed" || view.order === sorting
    ? view
    : {
        ...view,
        key: `${view.key} by ${sorting}`,
        query: { ...view.query, sort: SORTED_AS[sorting] },
        order: sorting,
      };
