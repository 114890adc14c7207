"""Everything the project knows as data: the only part that opens the `data` folder."""
