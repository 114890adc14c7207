"""The page of trials: a missing group, every trial, why all got better, what else was tried, and what is missing."""

from collections.abc import Mapping
from functools import partial

from widgets.descriptions.intake_surveys_description import intake_surveys_table
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.download_list import Download, DownloadList
from widgets.explorers.parts.text_table import TextTable
from widgets.explorers.supplement_evidence.claims_section import ClaimsSection, claims_head
from widgets.explorers.supplement_evidence.everybody_better_section import (
    EverybodyBetterSection,
    everybody_better_head,
)
from widgets.explorers.supplement_evidence.missing_arm_section import MissingArmSection, missing_arm_head
from widgets.explorers.supplement_evidence.open_questions_section import (
    last_searches,
    missing_trials,
    open_questions_head,
)
from widgets.explorers.supplement_evidence.other_treatments_section import (
    OtherTreatmentsSection,
    other_treatments_head,
)
from widgets.explorers.supplement_evidence.outcome_section import OutcomeSection, outcomes_head
from widgets.reference_data.data_package import read_text
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.reference_data.wording import sentence, words

# Pictures and the controls that they answer.
BENCHES = (
    ("missing_arm", "missing_arm_controls", "missing_arm_steps"),
    ("everybody_better", "everybody_better_again", "everybody_better_controls"),
)
FILES = (
    "trials",
    "trial_results",
    "trial_changes",
    "pooled_results",
    "simulated_trial_parameters",
    "simulated_trial_checks",
    "other_treatments",
    "other_treatment_results",
    "article_claims",
    "open_questions",
)


class EvidenceExplorer(ExplorerPage):
    """The live page: its sections stand below each other.

    Attributes:
        missing_arm: the trial whose share is quoted alone.
        outcomes: every trial, and what they give together.
        everybody_better: simulated trials.
        other_treatments: what else was tried against cramps.
        claims: what five articles say.
    """

    def __init__(self) -> None:
        """Open on a share, and a guess.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        record = PageRecord("supplement_evidence", evidence_controls())
        self.missing_arm = MissingArmSection(record)
        self.outcomes = OutcomeSection(record)
        self.everybody_better = EverybodyBetterSection(record)
        self.other_treatments = OtherTreatmentsSection(record)
        heads = self._heads()
        self.claims = ClaimsSection(record, heads)
        super().__init__(
            record,
            {
                "missing_arm": self.missing_arm.people,
                "missing_arm_controls": self.missing_arm.controls,
                "missing_arm_steps": self.missing_arm.steps,
                "missing_arm_notes": self.missing_arm.notes,
                "outcomes": self.outcomes.controls,
                "outcome_notes": self.outcomes.notes,
                "outcome_trials": self.outcomes.plot,
                "outcome_pooling": self.outcomes.pooling,
                "everybody_better": self.everybody_better.people,
                "everybody_better_again": self.everybody_better.again,
                "everybody_better_controls": self.everybody_better.controls,
                "everybody_better_counting": self.everybody_better.counting,
                "everybody_better_counts": self.everybody_better.counts,
                "everybody_better_notes": self.everybody_better.notes,
                "everybody_better_left_out": self.everybody_better.left_out,
                "other_treatments": self.other_treatments.picker,
                "other_treatments_beside": self.other_treatments.beside,
                "claims": self.claims.browser,
                "surveys": TextTable.of(intake_surveys_table()),
                "open_questions": missing_trials(),
                "last_searches": last_searches(),
                "downloads": _downloads(),
            },
            sections=heads,
            benches=BENCHES,
        )
        self.follow_finding("missing_arm", self.missing_arm.people)
        self.outcomes.on_head(partial(self.say_finding, "outcomes"))
        self.follow_finding("everybody_better", self.everybody_better.counts)
        self.follow_finding("other_treatments", self.other_treatments.beside)
        self.say_finding("claims", self.claims.browser.finding)

    def _heads(self) -> Mapping[str, Mapping[str, str]]:
        return {
            "missing_arm": missing_arm_head(self.missing_arm.found),
            "outcomes": outcomes_head(),
            "everybody_better": everybody_better_head(),
            "other_treatments": other_treatments_head(),
            "claims": claims_head(),
            "open_questions": open_questions_head(),
            "downloads": {
                key: sentence("evidence", f"downloads_{key}", count=len(FILES)) for key in ("title", "text", "finding")
            },
        }


def _downloads() -> DownloadList:
    said = words("evidence")
    return DownloadList(
        (Download(f"{name}.csv", "text/csv", said[f"download_{name}"], partial(_table, name)) for name in FILES),
        said["download_button"],
    )


def _table(name: str) -> str:
    return read_text(f"{name}.csv")
