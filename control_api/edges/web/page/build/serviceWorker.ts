import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const NAME = "service-worker";
/** Nobody talks without a server; icons are the system's, once the page is installed. */
const LEFT_OUT = /ConversationHost|\.(?:map|png)$/;

/** Builds the service worker beside the page, and tells it which files the page is made of. */
export function serviceWorker(): Plugin {
  return {
    name: "saydo-service-worker",
    apply: "build",
    config: () => ({
      build: {
        rolldownOptions: {
          input: { index: "index.html", [NAME]: "src/offline/serviceWorker.ts" },
          output: {
            entryFileNames: ({ name }) =>
              name === NAME ? "[name].js" : "assets/[name]-[hash].js",
          },
        },
      },
    }),
    generateBundle(_, bundle) {
      const worker = bundle[`${NAME}.js`];
      if (worker?.type !== "chunk") throw new Error("There is no service worker.");
      const built = Object.keys(bundle).filter(
        (name) => name.startsWith("assets/") && !LEFT_OUT.test(name),
      );
      const beside = readdirSync(path.resolve("public")).filter((name) => !LEFT_OUT.test(name));
      const files = [...built, ...beside].sort();
      const page = bundle["index.html"];
      const version = createHash("sha256")
        .update(JSON.stringify([files, page?.type === "asset" ? page.source : ""]))
        .digest("hex");
      worker.code = worker.code
        .replaceAll("__FILES__", JSON.stringify(files))
        .replaceAll("__VERSION__", JSON.stringify(version.slice(0, 12)));
    },
  };
}
