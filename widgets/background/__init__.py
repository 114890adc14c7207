"""Work that goes on behind a page: whose turn the machine is, worker processes, and a map that fills."""
