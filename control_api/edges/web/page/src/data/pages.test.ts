import { describe, expect, it } from "vitest";
import type { Task } from "../api/contract";
import type { Clock } from "../tasks/grouping";
import { PLAIN } from "../tasks/plain.fixture";
import { ALL, COMPLETED, filterView, TODAY } from "../views/views";
import { changePages, inOrder, type Pages, tasksOf } from "./pages";

const CLOCK: Clock = { zone: "UTC", day: "2026-11-24", time: "10:00" };

const task = (id: string, more: Partial<Task> = {}): Task => ({
  ...PLAIN,
  id,
  title: id,
  created_at: `2026-11-01T00:00:0${id.length}Z`,
  ...more,
});
const pagesOf = (...pages: Task[][]): Pages => ({
  pages: pages.map((items, at) => ({ items, next_cursor: at + 1 < pages.length ? "next" : null })),
  pageParams: pages.map(() => null),
});
const LATER = { updated_at: "2026-11-24T10:00:00Z" };
const ids = (pages: Pages) => tasksOf(pages).map(({ id }) => id);

describe("a list that was read", () => {
  it("follows what is made, changed and deleted", () => {
    const read = pagesOf([task("a"), task("bb")], [task("ccc")]);
    const made = changePages(read, ALL, [{ id: "dddd", task: task("dddd") }], CLOCK);
    expect(ids(made.pages)).toEqual(["a", "bb", "ccc", "dddd"]);
    const renamed = { id: "bb", task: task("bb", { title: "new", ...LATER }) };
    const changed = changePages(made.pages, ALL, [renamed], CLOCK);
    expect(tasksOf(changed.pages)[1]?.title).toBe("new");
    const gone = changePages(changed.pages, ALL, [{ id: "a", task: null }], CLOCK);
    expect(ids(gone.pages)).toEqual(["bb", "ccc", "dddd"]);
    expect([made, changed, gone].map(({ unsure }) => unsure)).toEqual([false, false, false]);
  });

  it("leaves as it is what does not concern it", () => {
    const read = pagesOf([task("a", { due: "2026-11-24" })]);
    const later = { id: "bb", task: task("bb", { due: "2026-11-25" }) };
    expect(changePages(read, TODAY, [later], CLOCK).pages).toBe(read);
    const other = { id: "bb", task: null };
    expect(changePages(read, TODAY, [other], CLOCK).pages).toBe(read);
  });

  it("is not put back to what was told before that which it shows", () => {
    const started = task("a", { status: "in_progress", ...LATER });
    const told = [task("a"), started].map((each) => ({ id: "a", task: each }));
    const read = pagesOf([started]);
    expect(changePages(read, ALL, told, CLOCK).pages).toBe(read);
  });

  it("lets go what does not belong to it any more, and takes what does", () => {
    const today = task("a", { due: "2026-11-24" });
    const read = pagesOf([today]);
    const moved = { id: "a", task: { ...today, due: "2026-11-30", ...LATER } };
    expect(ids(changePages(read, TODAY, [moved], CLOCK).pages)).toEqual([]);
    const done = { id: "bb", task: task("bb", { status: "completed" }) };
    expect(ids(changePages(pagesOf([]), COMPLETED, [done], CLOCK).pages)).toEqual(["bb"]);
  });

  it("must be read again where only the control API knows what belongs to it", () => {
    const view = filterView({ id: "f", name: "Urgent", query: "p1" });
    const changed = changePages(pagesOf([]), view, [{ id: "a", task: task("a") }], CLOCK);
    expect([ids(changed.pages), changed.unsure]).toEqual([[], true]);
  });

  it("must be read again when one comes back beside another of its moment", () => {
    const together = { created_at: "2026-11-24T09:00:00Z" };
    const read = pagesOf([task("a", together)]);
    const back = { id: "bb", task: task("bb", together) };
    expect(changePages(read, ALL, [back], CLOCK).unsure).toBe(true);
  });

  it("must be read again when it may be other what waits for what", () => {
    const first = task("a");
    const waits = task("bb", { depends_on: ["a"], blocked: true });
    const read = pagesOf([first, waits]);
    const made = { id: "ccc", task: task("ccc", { depends_on: ["a"] }) };
    expect(changePages(read, ALL, [made], CLOCK).unsure).toBe(true);
    const done = { id: "a", task: { ...first, status: "completed" as const } };
    expect(changePages(read, ALL, [done], CLOCK).unsure).toBe(true);
    const renamed = { id: "a", task: { ...first, title: "new", ...LATER } };
    expect(changePages(read, ALL, [renamed], CLOCK).unsure).toBe(false);
  });

  it("stays the same when what is told is known already", () => {
    const read = pagesOf([task("a")]);
    expect(changePages(read, ALL, [{ id: "a", task: task("a") }], CLOCK).pages).toBe(read);
  });

  it("does not forget that a task waits because an event does not tell", () => {
    const waits = task("a", { depends_on: ["x"], blocked: true });
    const told = { id: "a", task: { ...waits, title: "new", blocked: false, ...LATER } };
    const { pages } = changePages(pagesOf([waits]), ALL, [told], CLOCK);
    expect(tasksOf(pages)[0]).toMatchObject({ title: "new", blocked: true });
  });

  it("has each task once, in its newest version", () => {
    const old = task("a", { updated_at: "2026-11-24T09:00:00Z", title: "old" });
    const renewed = { ...old, updated_at: "2026-11-24T09:00:01Z", title: "new" };
    expect(tasksOf(pagesOf([renewed], [old])).map(({ title }) => title)).toEqual(["new"]);
  });

  it("stands in the order of its view", () => {
    const undated = task("a");
    const dated = task("bb", { due: "2026-11-24" });
    expect(inOrder([undated, dated], ALL, "UTC")).toEqual([dated, undated]);
    const [first, last] = ["2026-11-20T08:00:00Z", "2026-11-24T08:00:00Z"].map((completed_at) =>
      task("x", { status: "completed", completed_at }),
    ) as [Task, Task];
    expect(inOrder([first, last], COMPLETED, "UTC")).toEqual([last, first]);
  });
});
