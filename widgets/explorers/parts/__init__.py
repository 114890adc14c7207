"""What several pages are put together from. A part knows no page."""
