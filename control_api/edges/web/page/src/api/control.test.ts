import { afterEach, describe, expect, it, vi } from "vitest";
import { readTasks } from "./control";

/** Answers each question with the titles given for it, and remembers what was asked. */
function answer(titles: Record<string, string[]>): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    const query = new URLSearchParams(path.split("?")[1]);
    asked.push(query);
    const items = (titles[query.get("filter") ?? query.get("status") ?? ""] ?? []).map((title) => ({
      title,
    }));
    const from = Number(query.get("cursor") ?? 0);
    const more = query.has("filter") && from + 2 < items.length;
    const page = {
      items: query.has("filter") ? items.slice(from, from + 2) : items,
      next_cursor: more ? String(from + 2) : null,
    };
    return new Response(JSON.stringify(page));
  });
  return asked;
}

const readTitles = async () => (await readTasks()).map(({ title }) => title);

describe("reading the tasks", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("gives all that is open in the order of making, page by page", async () => {
    const asked = answer({ open: ["third", "second", "first"] });
    expect(await readTitles()).toEqual(["first", "second", "third"]);
    const pages = asked.filter((query) => query.has("filter"));
    expect(pages.map((query) => query.get("cursor"))).toEqual([null, "2"]);
    expect(pages.map((query) => query.get("status"))).toEqual([null, null]);
  });

  it("asks for what was completed last, not for what was made last", async () => {
    const asked = answer({ open: ["open"], completed: ["latest", "before"] });
    expect(await readTitles()).toEqual(["before", "latest", "open"]);
    const completed = asked.filter((query) => query.get("status") === "completed");
    expect(completed.map((query) => query.get("sort"))).toEqual(["-completed_at"]);
  });
});
