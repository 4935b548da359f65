"""The questions about a person that a census also asks, and their answers.

Source: Office for National Statistics, Census 2021 of England and Wales, the coarsest published groupings of each question:
age (6 categories), sex, ethnic group (5 high-level groups), disability under the Equality Act (3), tenure of household (5).
"""

from collections.abc import Mapping

CENSUS: Mapping[str, tuple[str, ...]] = {
    "age_band": ("under_16", "16_to_24", "25_to_34", "35_to_49", "50_to_64", "65_and_over"),
    "sex": ("female", "male"),
    "ethnic_group": ("asian", "black", "mixed", "white", "other"),
    "disability": ("limited_a_lot", "limited_a_little", "not_disabled"),
    "tenure": ("owned", "shared_ownership", "social_rented", "private_rented", "rent_free"),
}
"""Attributes and their categories, in the order in which they are asked and shown."""
