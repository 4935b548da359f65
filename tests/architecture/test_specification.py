"""Every rule of the engine has a test that is named after it, and every test that names a rule names one that stands."""

import ast
import re

from tests.support.source_tree import ROOT, SERVER

SPECIFICATION = SERVER / "kithmap" / "sync" / "SPEC.md"


def rules_of(text: str) -> list[str]:
    """Return the numbers of the rules, such as `N1`, in the order in which they stand."""
    return re.findall(r"^- \*\*([A-Z]\d+)\*\*", text, re.MULTILINE)


def rules_cited(name: str) -> set[str]:
    """Return the rules that the name of a test begins with: `test_n1_n2_order` cites two."""
    start = re.match(r"test_((?:[a-z]\d+_)+)", name)
    return {rule.upper() for rule in start[1].strip("_").split("_")} if start else set()


def cited_in_tests() -> dict[str, set[str]]:
    """Return, by rule, the tests that cite it; the engine's own and those of what runs it."""
    cited: dict[str, set[str]] = {}
    for folder in ("sync", "live", "storage"):
        for path in sorted((ROOT / "tests" / folder).rglob("test_*.py")):
            for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                    for rule in rules_cited(part.name):
                        cited.setdefault(rule, set()).add(f"{path.stem}.{part.name}")
    return cited


def test_no_number_is_given_twice() -> None:
    rules = rules_of(SPECIFICATION.read_text(encoding="utf-8"))
    assert len(rules) == len(set(rules)) > 0


def test_every_rule_has_its_test() -> None:
    rules = rules_of(SPECIFICATION.read_text(encoding="utf-8"))
    assert [rule for rule in rules if rule not in cited_in_tests()] == []


def test_no_test_cites_a_rule_that_does_not_stand() -> None:
    rules = set(rules_of(SPECIFICATION.read_text(encoding="utf-8")))
    assert {rule: tests for rule, tests in cited_in_tests().items() if rule not in rules} == {}


def test_citations_are_read_from_the_start_of_a_name() -> None:
    assert rules_of("- **N1** Numbers.\nSee **N2**.\n- **N10** More.") == ["N1", "N10"]
    assert rules_cited("test_n1_v12_order") == {"N1", "V12"}
    assert rules_cited("test_order_of_n1") == set()
