/** The common glossary's pages: plain forms and tables, whole without any script; here only their style begins. */

import "../base/base.css";
import "./common.css";
