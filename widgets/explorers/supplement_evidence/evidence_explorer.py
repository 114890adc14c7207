"""The page of trials: a missing group, every trial, why all got better, what else was tried, and what would settle it."""

from widgets.descriptions.missing_arm_description import missing_arm_finding
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.supplement_evidence.missing_arm_section import MissingArmSection
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.reference_data.wording import sentence

# Pictures and the controls that they answer.
BENCHES = (("missing_arm", "missing_arm_controls", "missing_arm_steps"),)


class EvidenceExplorer(ExplorerPage):
    """The live page: its sections stand below each other.

    Attributes:
        missing_arm: the trial whose share is quoted alone.
    """

    def __init__(self) -> None:
        """Open on a share, and a guess.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        record = PageRecord("supplement_evidence", evidence_controls())
        self.missing_arm = MissingArmSection(record)
        super().__init__(
            record,
            {
                "missing_arm": self.missing_arm.people,
                "missing_arm_controls": self.missing_arm.controls,
                "missing_arm_steps": self.missing_arm.steps,
                "missing_arm_notes": self.missing_arm.notes,
            },
            sections={"missing_arm": self._missing_arm_head()},
            benches=BENCHES,
        )
        self.follow_finding("missing_arm", self.missing_arm.people)

    def _missing_arm_head(self) -> dict[str, str]:
        share = number_in_words(round(self.missing_arm.found.magnesium_percent))
        return {
            "title": sentence("missing_arm", "title"),
            "text": sentence("missing_arm", "text", magnesium=share),
            "finding": missing_arm_finding(self.missing_arm.found),
        }
