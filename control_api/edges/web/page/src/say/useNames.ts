import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { readNames } from "../api/control";
import { useProjects } from "../data/things";
import type { Names, Sign } from "./completion";

const FRESH_MS = 60_000;
const NONE: string[] = [];

/** The names that may stand behind a sign; they are read once one was typed. */
export function useNames(sign: Sign | null): Names {
  const { data: projects } = useProjects();
  const tags = useNamesOf("tags", sign === "#");
  const people = useNamesOf("people", sign === "@");
  return useMemo(
    () => ({
      "#": tags,
      "@": people,
      "/": projects?.map(({ name }) => name) ?? NONE,
    }),
    [tags, people, projects],
  );
}

function useNamesOf(kind: "tags" | "people", isWanted: boolean): string[] {
  const { data } = useQuery({
    queryKey: [kind, "names"],
    queryFn: () => readNames(kind),
    enabled: isWanted,
    staleTime: FRESH_MS,
  });
  return data ?? NONE;
}
