import { expect, it } from "vitest";
import { sampleProject } from "./sample";

it("makes a project and all its tasks by actions of one command", () => {
  const { taskIds, actions } = sampleProject("2026-11-30");
  const [project, ...tasks] = actions;
  expect(project).toMatchObject({ type: "create_project", name: "Trying Saydo" });
  expect(tasks.map((action) => "task_id" in action && action.task_id)).toEqual(taskIds);
  expect(new Set(taskIds).size).toBe(taskIds.length);
  const dues = tasks.map((action) => action.type === "create_task" && action.due);
  expect(dues.filter(Boolean)).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
});
