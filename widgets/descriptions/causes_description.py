"""All causes of cramps in a few sentences: how many there are, and in how many magnesium can have a part."""

from widgets.evidence.cramp_causes import cramp_causes
from widgets.reference_data.amounts import ended, paragraph
from widgets.reference_data.wording import sentence

MAGNESIUM = "low_magnesium"


def causes_finding() -> str:
    """Return that magnesium is one of so many causes."""
    return sentence("causes", "finding_causes", count=len(cramp_causes()))


def causes_in_short() -> str:
    """Return that magnesium is one of so many causes, in how many others it can matter, and what the rest is."""
    roles = [cause.magnesium_role for cause in cramp_causes().values() if cause.id != MAGNESIUM]
    helped = roles.count("low_magnesium")
    return paragraph(
        [
            ended(causes_finding()),
            sentence("causes", "in_short_helped", count=helped),
            sentence("causes", "in_short_others", count=len(roles) - helped),
        ]
    )
