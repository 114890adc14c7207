"""The frame around the pages: how Voila serves them (`voila.json`), how they look and what surrounds them."""
