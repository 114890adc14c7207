"""What every page stands in: its places, its record and history, and somebody who notices when nobody answers."""
