import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { readAgain } from "./readingAgain";

test("what was being read for the first time is read again, and the later answer counts", async () => {
  const client = new QueryClient();
  const answers: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ["list"],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  const deaf = observer.subscribe(() => undefined);
  const again = readAgain(client);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.("after");
  answers[0]?.("before");
  await again;
  expect(observer.getCurrentResult().data).toBe("after");
  deaf();
});
