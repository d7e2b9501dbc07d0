import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { readWorkspaces } from "../api/sharing";
import { openWorkspace, WORKSPACE } from "../api/workspace";

export const WORKSPACES = ["workspaces"];

/** The person's own workspace, then those that they share. */
export const useWorkspaces = () => useQuery({ queryKey: WORKSPACES, queryFn: readWorkspaces });

/** Goes back to the person's own once they are no longer in the workspace that is open. */
export function useStillIn(): void {
  const { data } = useWorkspaces();
  const isOut = WORKSPACE !== null && data?.every(({ id }) => id !== WORKSPACE) === true;
  useEffect(() => {
    if (isOut) openWorkspace(null);
  }, [isOut]);
}
