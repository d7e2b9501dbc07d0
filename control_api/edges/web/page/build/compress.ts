import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const GETS_SMALLER = /\.(?:css|html|js|svg|webmanifest)$/;
/** In bytes: what is smaller fits into the first packet as it is. */
const SMALLEST = 1_000;

/** Leaves a brotli and a gzip file beside each built file that gets smaller by it. */
export function compress(): Plugin {
  let folder = "";
  return {
    name: "saydo-compress",
    apply: "build",
    configResolved: (config) => {
      folder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files
          .filter((name) => GETS_SMALLER.test(name))
          .map((name) => compressFile(path.join(folder, name))),
      );
    },
  };
}

async function compressFile(file: string): Promise<void> {
  const whole = await readFile(file);
  if (whole.length < SMALLEST) return;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await Promise.all([
    writeFile(`${file}.br`, await promisify(brotliCompress)(whole, { params: quality })),
    writeFile(`${file}.gz`, await promisify(gzip)(whole, { level: constants.Z_BEST_COMPRESSION })),
  ]);
}
