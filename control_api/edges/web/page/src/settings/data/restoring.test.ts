import { describe, expect, it } from "vitest";
import type { Backup, BackupPage, Restore } from "../../api/owned";
import { ApiAwayError } from "../../api/http";
import { bytesWords } from "./bytesWords";
import { restoreAndWait } from "./restoring";

const BACKUP: Backup = {
  ...{ id: "b", made_at: "", reason: "hand", saydo: "1", files: [], damaged: {} },
};
const restore = (state: Restore["state"], id = "r", detail = ""): Restore => ({
  ...{ id, backup: BACKUP, state, detail, before: null, set_aside: [] },
});

function answering(...answers: (Restore | null | Error)[]) {
  let looks = 0;
  return {
    looks: () => looks,
    ways: {
      begin: () => Promise.resolve(restore("begun")),
      wait: () => Promise.resolve(),
      look: (): Promise<BackupPage> => {
        const answer = answers[Math.min(looks++, answers.length - 1)] ?? null;
        if (answer instanceof Error) return Promise.reject(answer);
        return Promise.resolve({ items: [], next_cursor: null, last_restore: answer });
      },
    },
  };
}

describe("putting a backup back", () => {
  it("is waited for while the server is away, and while it goes on", async () => {
    const { ways, looks } = answering(
      ...[new ApiAwayError("away"), null, restore("done", "an earlier one")],
      ...[restore("begun"), restore("done")],
    );
    await restoreAndWait("b", ways);
    expect(looks()).toBe(5);
  });

  it("says why it failed", async () => {
    const { ways } = answering(restore("failed", "r", "The disk is full."));
    await expect(restoreAndWait("b", ways)).rejects.toThrow("The disk is full.");
  });

  it("is given up when nobody can tell what became of it", async () => {
    const { ways } = answering(restore("begun"));
    await expect(restoreAndWait("b", ways)).rejects.toThrow("not known");
  });
});

it("tells sizes in the largest unit of which there is one", () => {
  expect([999, 1_500, 24_000, 3_200_000].map(bytesWords)).toEqual([
    ...["999 B", "1.5 kB", "24 kB", "3.2 MB"],
  ]);
});
