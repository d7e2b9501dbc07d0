import { afterEach, describe, expect, it, vi } from "vitest";
import { readProjects, readTaskPage, runActions } from "./control";

describe("what is asked of the control API", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is a page of a list in the order of the view, from where the page before has ended", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (path: string) => {
      asked.push(path);
      return new Response(JSON.stringify({ items: [], next_cursor: null }));
    });
    await readTaskPage({ filter: "open & #work", sort: "due" }, "abc");
    const query = new URLSearchParams(asked[0]?.split("?")[1]);
    expect(Object.fromEntries(query)).toEqual({
      filter: "open & #work",
      sort: "due",
      limit: "200",
      cursor: "abc",
    });
  });

  it("is all of what there are few of, page by page", async () => {
    const names = ["Home", "Work", "Garden"];
    vi.stubGlobal("fetch", async (path: string) => {
      const from = Number(new URLSearchParams(path.split("?")[1]).get("cursor") ?? 0);
      const items = names.slice(from, from + 2).map((name) => ({ name }));
      const next_cursor = from + 2 < names.length ? String(from + 2) : null;
      return new Response(JSON.stringify({ items, next_cursor }));
    });
    expect((await readProjects()).map((project) => project.name)).toEqual(names);
  });

  it("bears the key by which it is known when it is sent again", async () => {
    const headers: Record<string, string>[] = [];
    vi.stubGlobal("fetch", async (_: string, options: { headers: Record<string, string> }) => {
      headers.push(options.headers);
      return new Response("{}");
    });
    await runActions([{ type: "complete_task", task_id: "1" }], "UTC", "key one");
    expect(headers[0]?.["Idempotency-Key"]).toBe("key one");
  });
});
