/** The first part of each address that the page has; the control API serves the page at these. */
export const SEGMENTS = [
  "today",
  "upcoming",
  "inbox",
  "all",
  "project",
  "filter",
  "completed",
  "activity",
  "trash",
  "search",
  "settings",
  "browse",
  "talk",
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** Where somebody is who opens the bare address. */
export const HOME = "/today";

/** What an address shows: its first part, and the id or section that follows it. */
export interface Place {
  segment: Segment;
  /** Empty where nothing follows. */
  rest: string;
}

const WITH_ID: readonly Segment[] = ["project", "filter"];
const MAY_HAVE_MORE: readonly Segment[] = [...WITH_ID, "settings"];

/** Reads the path of an address; null for one that the page does not have. */
export function placeOf(path: string): Place | null {
  const [first = "", rest = "", ...more] = path.replace(/^\/|\/$/g, "").split("/");
  const segment = SEGMENTS.find((each) => each === first);
  if (!segment || more.length > 0) return null;
  if (rest && !MAY_HAVE_MORE.includes(segment)) return null;
  if (!rest && WITH_ID.includes(segment)) return null;
  return { segment, rest: decodeURIComponent(rest) };
}

export const pathOf = (segment: Segment, rest = ""): string =>
  rest ? `/${segment}/${encodeURIComponent(rest)}` : `/${segment}`;

/** In place of the id of a project or a saved filter: where one is made. */
export const NEW = "new";

const LISTS: readonly Segment[] = ["today", "upcoming", "inbox", "all", ...WITH_ID, "completed"];
/** Whether a list of tasks is there, and nothing else. */
export const isList = ({ segment, rest }: Place): boolean =>
  LISTS.includes(segment) && rest !== NEW;

/** Of what is shown beside a list: the task whose panel is open. */
export const TASK_PARAM = "task";
