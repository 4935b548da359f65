/**
 * What stands apart from the pages: one script and one style sheet each, with nothing to fetch besides. Chosen by `--mode`.
 * The film of a workshop and a report carry them within their files; the gallery of the components must not change how the pages are cut up.
 */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

const ENTRIES: Readonly<Record<string, string>> = {
  film: "time_lapse/file_time_lapse.ts",
  gallery: "components/gallery/page.ts",
  report: "reports/file_report.ts",
};

export default defineConfig(({ mode }): UserConfig => {
  const entry = ENTRIES[mode];
  if (entry === undefined) throw new Error(`Nothing is built apart as ${mode}.`);
  return {
    root: here,
    publicDir: false,
    // A library's build leaves this to whoever uses it; here nobody does.
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: join(here, "../server/kithmap/web/static/built/apart"),
      emptyOutDir: false,
      target: ["es2020", "safari15", "chrome100", "firefox100"],
      cssTarget: ["safari15", "chrome100", "firefox100"],
      cssCodeSplit: false,
      // A drawing that a style names stands within the style.
      assetsInlineLimit: 100_000,
      sourcemap: false,
      lib: { entry: join(here, entry), name: "kithmap", formats: ["iife"], fileName: () => `${mode}.js`, cssFileName: mode },
    },
  };
});
