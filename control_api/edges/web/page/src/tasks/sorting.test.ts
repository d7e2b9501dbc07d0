import { describe, expect, it } from "vitest";
import { PLAIN } from "./plain.fixture";
import { inOrderOf, type Order } from "./sorting";

const TASKS = [
  { ...PLAIN, id: "old", created_at: "2026-11-01T00:00:00Z", due: "2026-12-02" },
  { ...PLAIN, id: "low", created_at: "2026-11-02T00:00:00Z", priority: "low" as const, order: 2 },
  { ...PLAIN, id: "top", created_at: "2026-11-03T00:00:00Z", priority: "urgent" as const },
  { ...PLAIN, id: "new", created_at: "2026-11-04T00:00:00Z", due: "2026-12-01", order: -1 },
];

describe("a list", () => {
  it.each<[Order, string[]]>([
    ["due", ["new", "old", "low", "top"]],
    ["priority", ["top", "low", "new", "old"]],
    ["created", ["new", "top", "low", "old"]],
    ["manual", ["new", "low", "old", "top"]],
  ])("is sorted by %s as the control API sorts it", (order, ids) => {
    expect(inOrderOf(order, TASKS, "UTC").map(({ id }) => id)).toEqual(ids);
  });
});
