/** Maps for other programs: pages of text and tables, whole without any script; here only their style begins. */

import "../base/base.css";
import "./ogc_features.css";
