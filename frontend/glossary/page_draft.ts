/** The pages of an area's draft: forms that need no script; only their style comes this way. */

import "../base/base.css";
import "./draft.css";
