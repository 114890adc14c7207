"""The same results that are drawn, as sentences: for everyone who reads, listens or prints."""
