import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compress } from "./build/compress.ts";
import { serviceWorker } from "./build/serviceWorker.ts";

const api = "http://127.0.0.1:7300";

export default defineConfig({
  plugins: [react(), serviceWorker(), compress()],
  experimental: {
    // Behind a proxy the page may stand at a path. Parts find each other from where they are; where the page itself is, the control API writes into it.
    renderBuiltUrl: (_, { hostType }) => (hostType === "html" ? undefined : { relative: true }),
  },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // Everything is a file of its own: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // The words of a language are told by their names.
        chunkFileNames: ({ moduleIds }) => {
          const language = /\/words\/([a-z]{2})\//.exec(moduleIds[0] ?? "")?.[1];
          return `assets/[name]${language ? `-${language}` : ""}-[hash].js`;
        },
      },
    },
  },
  test: {
    // A process for each file takes half as long again.
    pool: "threads",
    setupFiles: "src/words/english.fixture.ts",
    // Tests look at the colours as they are written.
    css: { include: /\.css\?raw$/ },
  },
  server: {
    // The API takes changes from its own origin only, so the proxy speaks for it.
    proxy: { "/api": { target: api, changeOrigin: true, headers: { origin: api } } },
  },
});
