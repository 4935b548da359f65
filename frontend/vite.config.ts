import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = dirname(fileURLToPath(import.meta.url));

/** Every `<feature>/page_<name>.ts` is the script of one page; the key is its path without the ending. */
function pageScripts(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const feature of readdirSync(here, { withFileTypes: true })) {
    if (!feature.isDirectory() || feature.name === "node_modules") continue;
    for (const file of readdirSync(join(here, feature.name))) {
      if (!/^page_\w+\.ts$/.test(file) || file.endsWith(".test.ts")) continue;
      found[`${feature.name}/${file.slice(0, -".ts".length)}`] = join(here, feature.name, file);
    }
  }
  return found;
}

/** The one style sheet that pages without any script need as well. */
function baseStyle(): Record<string, string> {
  return { "base/base": join(here, "base/base.css") };
}

const PHONE = join(here, "shared_map/page_participant.ts");

/** What the bundler tells of a module: the ids of those that it imports at once. */
interface Modules {
  getModuleInfo(module: string): { readonly importedIds: readonly string[] } | null;
}

/** What the phone's page holds from its beginning: everything that its script imports at once, itself apart. */
function phonesFirst(modules: Modules): ReadonlySet<string> {
  const first = new Set<string>();
  const reach = (module: string): void => {
    for (const imported of modules.getModuleInfo(module)?.importedIds ?? []) {
      if (first.has(imported)) continue;
      first.add(imported);
      reach(imported);
    }
  };
  reach(PHONE);
  return first;
}

/**
 * Puts into the room what the phone's page begins with and other pages hold too: what a phone fetches later, or never, stays
 * out of it, however many pages share that. The base style stands alone, for pages without a script.
 */
function roomOf(module: string, modules: Modules): string | null {
  return phonesFirst(modules).has(module) && !module.endsWith("/base.css") ? "room" : null;
}

export default defineConfig({
  root: here,
  // The server serves the built folder here; style sheets name their fonts relative to themselves.
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: join(here, "../server/kithmap/web/static/built"),
    emptyOutDir: true,
    manifest: "manifest.json",
    // Phones of 2021 still come to workshops: iOS 15 is the oldest that runs the pages' scripts.
    target: ["es2020", "safari15", "chrome100", "firefox100"],
    cssTarget: ["safari15", "chrome100", "firefox100"],
    // Browsers that lack modulepreload fetch a little later; the polyfill would cost every phone.
    modulePreload: { polyfill: false },
    // The content security policy allows files of our own only: never data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    sourcemap: false,
    rolldownOptions: {
      input: { ...baseStyle(), ...pageScripts() },
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
        // A slow phone pays some milliseconds for every file, so what its live page begins with is one.
        codeSplitting: { groups: [{ name: roomOf, debugName: "room", minShareCount: 2 }] },
      },
    },
  },
  test: {
    // Pure modules run in Node; a test of markup asks for a page with `// @vitest-environment happy-dom`.
    environment: "node",
    include: ["**/*.test.ts"],
    exclude: ["node_modules/**"],
    restoreMocks: true,
    unstubGlobals: true,
  },
});
