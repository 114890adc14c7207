"""Results in, plotly figures out, as plain dicts: nothing here knows plotly's package or a widget."""
