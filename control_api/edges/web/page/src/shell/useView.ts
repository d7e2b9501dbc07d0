import { useMemo } from "react";
import { useAllProjects, useFilters } from "../data/things";
import {
  ALL,
  COMPLETED,
  filterView,
  INBOX,
  projectView,
  TODAY,
  UPCOMING,
  type View,
} from "../views/views";
import type { Place } from "./places";

const FIXED: Partial<Record<string, View>> = {
  ...{ today: TODAY, upcoming: UPCOMING, inbox: INBOX, all: ALL, completed: COMPLETED },
  // What a wide page shows beside the panel, where a phone has the panel alone.
  ...{ talk: TODAY, browse: TODAY },
};

/** The list that a place shows; null as long as it is not known, or when there is no such list. */
export function useView(place: Place | null): { view: View | null; isMissing: boolean } {
  const { data: projects } = useAllProjects();
  const { data: filters } = useFilters();
  const { segment, rest } = place ?? {};
  return useMemo(() => {
    const fixed = segment && FIXED[segment];
    if (fixed) return { view: fixed, isMissing: false };
    if (segment === "project") {
      const project = projects?.find(({ id }) => id === rest);
      return { view: project ? projectView(project) : null, isMissing: Boolean(projects) };
    }
    if (segment === "filter") {
      const filter = filters?.find(({ id }) => id === rest);
      return { view: filter ? filterView(filter) : null, isMissing: Boolean(filters) };
    }
    return { view: null, isMissing: segment === undefined };
  }, [segment, rest, projects, filters]);
}
