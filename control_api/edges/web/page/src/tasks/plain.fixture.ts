import type { Task } from "../types";

/** A task that has nothing but a title, for tests. */
export const PLAIN: Task = {
  id: "1",
  title: "Bins",
  status: "todo",
  due: null,
  time_zone: null,
  project: null,
  tags: [],
  assignees: [],
  priority: null,
  repeat: null,
  blocked: false,
  created_at: "2026-11-24T09:00:00Z",
  updated_at: "2026-11-24T09:00:00Z",
  completed_at: null,
};
