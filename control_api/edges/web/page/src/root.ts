const written =
  typeof document === "undefined"
    ? null
    : document.querySelector<HTMLMetaElement>("meta[name=saydo-root]");

/** The path at which Saydo stands behind a proxy, such as "/saydo"; empty at the root of its name. */
export const ROOT = (written?.content ?? "").replace(/\/$/, "");

/** The whole address of a path of Saydo's, for somebody elsewhere. */
export const addressOf = (path: string): string => new URL(ROOT + path, location.origin).href;
