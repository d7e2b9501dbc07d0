import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { ThingEvent } from "../api/eventStream";
import { followTasks } from "./following";
import { News } from "./news";
import { PROJECTS } from "./things";

test("a project that is made while projects are read for the first time is shown", async () => {
  const client = new QueryClient();
  const answers: ((names: string[]) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: [PROJECTS],
    queryFn: () => new Promise<string[]>((resolve) => answers.push(resolve)),
  });
  const deaf = observer.subscribe(() => undefined);
  followTasks(client, new News()).onThing({ type: "project.created" } as ThingEvent);
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.([]);
  answers[1]?.(["Garden"]);
  await expect.poll(() => observer.getCurrentResult().data).toEqual(["Garden"]);
  deaf();
});
