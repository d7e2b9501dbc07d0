import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Project, Task } from "../api/contract";
import { readFilters, readProjects, readTask } from "../api/control";
import { useData } from "./context";
import { changedBy } from "./overlay";

/** What each kind of thing is kept under. */
export const PROJECTS = "projects";
export const FILTERS = "filters";
export const TRASH = "trash";
export const TAGS = "tags";
export const PEOPLE = "people";
export const COMMANDS = "commands";
/** How the person wants to be spoken with. */
export const VOICE_SETTINGS = "voiceSettings";
/** Behind it, the id of one task, and behind that what belongs to it. */
export const TASK = "task";
export const PARTS = "parts";
export const COMMENTS = "comments";

const ALL_PROJECTS = { queryKey: [PROJECTS], queryFn: readProjects };

/** The projects, those that are archived as well; the first made first. */
export const useAllProjects = () => useQuery(ALL_PROJECTS);

/** The projects that are not archived, the first made first. */
export const useProjects = () => useQuery({ ...ALL_PROJECTS, select: inUse });

export const useArchivedProjects = () => useQuery({ ...ALL_PROJECTS, select: putAway });

const inUse = (projects: Project[]) => projects.filter(({ archived }) => !archived);
const putAway = (projects: Project[]) => projects.filter(({ archived }) => archived);

export const useFilters = () => useQuery({ queryKey: [FILTERS], queryFn: readFilters });

/** One task, wherever it is, as the person has made it; an error when there is no such task. */
export function useTask(id: string): { task: Task | null; isMissing: boolean } {
  const { waiting } = useData();
  const { data, isError } = useQuery<Task | null>({
    queryKey: [TASK, id],
    queryFn: () => readTask(id),
  });
  const task = useMemo(
    () =>
      waiting
        .flatMap(({ actions, at }) => actions.map((action) => ({ action, at })))
        .reduce<Task | null>(
          (changed, { action, at }) => changed && changedBy(changed, action, at),
          data ?? null,
        ),
    [data, waiting],
  );
  return { task, isMissing: isError || (data !== undefined && task === null) };
}
