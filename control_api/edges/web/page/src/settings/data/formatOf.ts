import type { ImportFormat } from "../../api/contract";

/** The format that a file's name speaks for; undefined when it might be of several. */
export function formatOf(name: string): ImportFormat | undefined {
  const words = name.toLowerCase();
  if (/\.(?:ics|ical)$/.test(words)) return "ics";
  if (words.includes("vikunja")) return "vikunja";
  if (words.includes("todoist")) return words.endsWith(".json") ? "todoist-json" : "todoist-csv";
  if (words.includes("taskwarrior")) return "taskwarrior";
  if (/\.(?:csv|tsv)$/.test(words)) return "csv";
  if (words.startsWith("saydo") && words.endsWith(".json")) return "saydo";
  return undefined;
}
