"""Figures as pictures without a browser: the plain dicts of `figures` drawn as SVG, for prints, exports and mails."""
