/** Every example there is, found by the name of its file: who adds a component adds nothing here. */

import type { Example } from "../examples";

const MODULES = import.meta.glob<{ EXAMPLES: readonly Example[] }>(["../../**/examples.ts", "!../examples.ts", "!../../node_modules/**"], {
  eager: true,
});

export const ALL_EXAMPLES: readonly Example[] = Object.values(MODULES).flatMap(({ EXAMPLES }) => EXAMPLES);
