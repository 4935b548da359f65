/** The shape of a component's named examples: they feed the gallery, the screenshots and the accessibility checks. */

import type { TemplateResult } from "lit";

export interface Example {
  readonly name: string;
  /** What to look for. */
  readonly shows: string;
  readonly render: () => TemplateResult;
}
