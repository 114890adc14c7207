"""Trials nobody thought of, for tests of pooling."""

from hypothesis import strategies as st

from widgets.meta_analysis.effect_sizes import Effect

EFFECTS = st.builds(Effect, st.floats(-10, 10), st.floats(0.01, 10))


def trials(at_least=1, at_most=8):
    return st.lists(EFFECTS, min_size=at_least, max_size=at_most).map(tuple)
