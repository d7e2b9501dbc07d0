import { describe, expect, it } from "vitest";
import type { Backup, Feed, ImportReport, Webhook } from "../../api/owned";
import { PLAIN } from "../../tasks/plain.fixture";
import { buttons, shown } from "../form/around.fixture";
import { Backups } from "./Backups";
import Data from "./Data";
import { Feeds } from "./Feeds";
import { Report } from "./Report";
import { Webhooks } from "./Webhooks";

const none = { new: 0, changed: 0, restored: 0, same: 0, kept: 0, trashed: 0 };
const report = (more: Partial<ImportReport>): ImportReport => ({
  ...{ format: "csv", dry_run: true, losses: [], warnings: [], sample: [] },
  ...{ stops: null, command_id: null },
  counts: { task: none } as ImportReport["counts"],
  ...more,
});

describe("the preview of an import", () => {
  it("tells what is new, what is lost, and shows the first tasks", () => {
    const html = shown(
      <Report
        report={report({
          counts: { task: { ...none, new: 2, same: 1 } } as ImportReport["counts"],
          losses: [
            { field: "colour", what: "There is no place for it.", kept: false, count: 3, examples: ["red"] },
          ],
          warnings: ["Row 4 has no title."],
          sample: [{ ...PLAIN, title: "Buy milk", project: "Groceries", due: "2026-11-24T15:00:00" }],
        })}
      />,
    );
    for (const words of [
      ...["2 new, 1 the same", "colour", "There is no place for it.", "3 times · red"],
      ...["Row 4 has no title.", "Buy milk", "Groceries · 2026-11-24 15:00"],
    ])
      expect(html).toContain(words);
  });

  it("says so when nothing would happen, and when nothing is lost", () => {
    const html = shown(<Report report={report({})} />);
    expect(html).toContain("there is nothing in this file");
    expect(html).toContain("Nothing is lost.");
  });
});

const backup = (number: number): Backup => ({
  id: `b${number}`,
  made_at: `2026-11-2${number}T09:00:00Z`,
  reason: "schedule",
  saydo: "1",
  files: [{ name: "control.db", bytes: 2_500_000, sha256: "" }],
  damaged: number === 1 ? { "workspaces/a.db": ["torn"] } : {},
});

describe("the backups", () => {
  it("are told with their reason, their size, and what is missing from them", () => {
    const read = { items: [backup(1)], next_cursor: null, last_restore: null };
    const html = shown(<Backups />, { read: [[["backups"], read]] });
    expect(html).toContain("by the clock · 2.5 MB · without workspaces/a.db, which was damaged");
    expect(buttons(html)).toEqual(["Put back", "Back up now"]);
  });

  it("are five at first, when there are more", () => {
    const items = [1, 2, 3, 4, 5, 6, 7].map(backup);
    const html = shown(<Backups />, {
      read: [[["backups"], { items, next_cursor: null, last_restore: null }]],
    });
    expect(buttons(html).filter((words) => words === "Put back")).toHaveLength(5);
    expect(buttons(html)).toContain("Show all 7");
  });

  it("are for the owner of this Saydo", () => {
    expect(shown(<Data />)).toContain("Back up now");
    expect(shown(<Data />, { account: { is_owner: false } })).not.toContain("Back up now");
  });
});

describe("who else is told", () => {
  it("is a calendar by its name, without its secret address", () => {
    const feed: Feed = { id: "f", name: "Tasks", kind: "todo", created_at: "2026-11-24T09:00:00Z" };
    const html = shown(<Feeds />, { read: [[["feeds"], [feed]]] });
    expect(html).toContain("Apps that know to-dos · made");
    expect(html).toContain('aria-label="Revoke “Tasks”"');
  });

  it("is a webhook with how it goes, which can be turned off and on", () => {
    const webhook: Webhook = {
      ...{ id: "w", url: "https://a.example.org/", events: [], active: true, position: 1 },
      ...{ failures: 2, failing_since: "2026-11-24T09:00:00Z", created_at: "2026-11-24T09:00:00Z" },
    };
    const off = { ...webhook, id: "x", url: "https://b.example.org/", active: false };
    const html = shown(<Webhooks />, { read: [[["webhooks"], [webhook, off]]] });
    expect(html).toContain("Has not arrived since");
    expect(html).toContain("Off · every change");
    expect(buttons(html)).toEqual(["Turn off", "Remove", "Turn on", "Remove", "Add"]);
  });
});
