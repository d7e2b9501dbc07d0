/** What a condition of a filter may be about, as the filter language has it. */
export const FIELDS = [
  ...["status", "due", "start", "deadline", "created", "completed"],
  ...["priority", "project", "tag", "person", "text"],
] as const as readonly Field[];
export type Field =
  | "status"
  | DateField
  | "priority"
  | NameField
  | "text";
type DateField = "due" | "start" | "deadline" | "created" | "completed";
type NameField = "project" | "tag" | "person";

export type Relation =
  | "is"
  | "not"
  | "none"
  | "on"
  | "before"
  | "by"
  | "from"
  | "after"
  | "least"
  | "most"
  | "has"
  | "lacks";

export const STATUSES = [
  ...(["open", "started", "todo", "done", "cancelled"] as const),
  ...(["overdue", "blocked", "repeats", "subtask"] as const),
];

const DAYS: readonly Relation[] = ["on", "before", "by", "from", "after"];

/** How each may be compared, what is meant most often first. */
export const RELATIONS: Record<Field, readonly Relation[]> = {
  status: ["is", "not"],
  due: [...DAYS, "none"],
  start: [...DAYS, "none"],
  deadline: [...DAYS, "none"],
  created: DAYS,
  completed: DAYS,
  priority: ["is", "least", "most", "none"],
  project: ["is", "not", "none"],
  tag: ["is", "not", "none"],
  person: ["is", "not", "none"],
  text: ["has", "lacks"],
};

/** One condition, as it is chosen. */
export interface Condition {
  id: string;
  field: Field;
  relation: Relation;
  /** Empty as long as nothing is chosen, and where there is nothing to choose. */
  value: string;
}

export type Joint = "all" | "any";

/** The conditions in the filter language; those that are not complete are left out. */
export const written = (conditions: readonly Condition[], joint: Joint): string =>
  conditions
    .map(conditionText)
    .filter(Boolean)
    .join(joint === "all" ? " & " : " | ");

const LACKING: Partial<Record<Field, string>> = {
  ...{ due: "no date", start: "no start", deadline: "no deadline" },
  ...{ priority: "no priority", project: "no project", tag: "no tag", person: "no assignee" },
};
const SIGNS: Record<NameField, string> = { project: "/", tag: "#", person: "@" };
const COMPARISONS: Partial<Record<Relation, string>> = { is: "=", least: ">=", most: "<=" };

function conditionText({ field, relation, value: given }: Condition): string {
  if (relation === "none") return LACKING[field] ?? "";
  const value = given.trim();
  if (!value) return "";
  switch (field) {
    case "status":
      return relation === "not" ? `!${value}` : value;
    case "priority":
      return `priority ${COMPARISONS[relation] ?? "="} ${value}`;
    case "project":
    case "tag":
    case "person":
      return `${relation === "not" ? "!" : ""}${SIGNS[field]}${nameText(value)}`;
    case "text":
      return `${relation === "lacks" ? "!" : ""}${quoted(value)}`;
    default:
      return `${field} ${relation} ${value}`;
  }
}

const PLAIN_NAME = /^[\p{L}\p{N}_-]+$/u;
const nameText = (name: string) => (PLAIN_NAME.test(name) ? name : quoted(name));
const quoted = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
