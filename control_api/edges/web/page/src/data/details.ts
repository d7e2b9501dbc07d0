import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Comment } from "../api/around";
import type { Task } from "../api/contract";
import {
  readCommands,
  readComments,
  readHistory,
  readOccurrences,
  readParts,
  readPeople,
  readReceipts,
  readSections,
  readTags,
} from "../api/details";
import { useSession } from "../session/session";
import { useData } from "./context";
import { commentsWith, partsWith } from "./overlay";
import { COMMANDS, COMMENTS, PARTS, PEOPLE, TAGS, TASK } from "./things";

/** The parts of a task, as the person has made them, the first made first. */
export function useParts(taskId: string): Task[] {
  const { waiting } = useData();
  const { data } = useQuery({ queryKey: [TASK, taskId, PARTS], queryFn: () => readParts(taskId) });
  return useMemo(() => partsWith(data ?? [], waiting, taskId), [data, waiting, taskId]);
}

/** What was said about a task, as the person has left it, the first said first. */
export function useComments(taskId: string): Comment[] {
  const { waiting } = useData();
  const { account } = useSession();
  const { data } = useQuery({
    queryKey: [TASK, taskId, COMMENTS],
    queryFn: () => readComments(taskId),
  });
  return useMemo(
    () => commentsWith(data ?? [], waiting, taskId, account.name),
    [data, waiting, taskId, account.name],
  );
}

/** What happened to a task, the newest first. */
export const useHistory = (taskId: string) =>
  useInfiniteQuery({
    queryKey: [TASK, taskId, "history"],
    queryFn: ({ pageParam }) => readHistory(taskId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** What was asked and done, the newest first. */
export const useCommands = () =>
  useInfiniteQuery({
    queryKey: [COMMANDS],
    queryFn: ({ pageParam }) => readCommands(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** When a task comes that repeats: the next dates, its own first. */
export const useUpcoming = (task: Task) =>
  useQuery({
    queryKey: [TASK, task.id, "occurrences"],
    queryFn: () => readOccurrences(task.id),
    enabled: task.repeat !== null,
  });

export const useReceipts = (taskId: string) =>
  useQuery({ queryKey: [TASK, taskId, "receipts"], queryFn: () => readReceipts(taskId) });

export const useTags = () => useQuery({ queryKey: [TAGS], queryFn: readTags });
export const usePeople = () => useQuery({ queryKey: [PEOPLE], queryFn: readPeople });

/** The headings within a project; none of no project. */
export const useSections = (project: string | null) =>
  useQuery({
    queryKey: ["sections", project],
    queryFn: () => readSections(project ?? ""),
    enabled: project !== null,
    staleTime: 60_000,
  });
