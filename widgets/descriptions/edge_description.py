"""How firm the verdicts on published results are, in words."""

from collections.abc import Mapping, Sequence

from widgets.descriptions.tally import TallyGroup, TallyItem
from widgets.physiology.published_measurements import Sign
from widgets.physiology.published_results import PublishedResult
from widgets.physiology.verdict_edges import NEAR_EDGE, VerdictEdge
from widgets.reference_data.amounts import list_in_words, number_in_words
from widgets.reference_data.model_names import model_name
from widgets.reference_data.wording import sentence


def edge_finding(results: Sequence[PublishedResult], edges: Mapping[str, VerdictEdge]) -> str:
    """Return one sentence that states how many verdicts a change of 1 % in one constant turns."""
    turned = sum(bool(edges[result.id].turned_by) for result in results)
    return _said("edges_finding", turned=turned, total=len(results))


def edge_groups(
    results: Sequence[PublishedResult], edges: Mapping[str, VerdictEdge]
) -> tuple[TallyGroup, TallyGroup, TallyGroup]:
    """Return the verdicts that 1 % turns, those that are close to an edge without turning, and the firm ones."""
    turned = [result for result in results if edges[result.id].turned_by]
    close = [result for result in results if edges[result.id].is_close and result not in turned]
    firm = [result for result in results if not edges[result.id].is_close]
    return (
        TallyGroup("turned", "missed", _said("edges_turned"), _items(turned, edges), named=True),
        TallyGroup(
            "close", "half", _said("edges_close", share=number_in_words(NEAR_EDGE)), _items(close, edges), named=True
        ),
        TallyGroup("firm", "met", _said("edges_firm"), _items(firm, edges), named=False),
    )


def _items(results: Sequence[PublishedResult], edges: Mapping[str, VerdictEdge]) -> tuple[TallyItem, ...]:
    return tuple(TallyItem(result.first.title, _detail(result, edges[result.id])) for result in results)


def _detail(result: PublishedResult, edge: VerdictEdge) -> str:
    # A direction has no band.
    kind = "_direction" if isinstance(result.first.accepted, Sign) else ""
    standing = f"{'met' if edge.margin >= 0 else 'missed'}{kind}"
    away = number_in_words(abs(edge.margin), 2)
    if edge.turned_by:
        names = list_in_words([model_name(name) for name in edge.turned_by])
        return _said(f"edges_detail_turned_{standing}", away=away, constants=names)
    return _said(f"edges_detail_{standing}", away=away)


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
