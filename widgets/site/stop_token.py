"""What lets a page stop its own Python: a word that the server alone can make, and that stands in the page alone.

Runs in the page server, not in a page.
"""

import hmac
import secrets

_SECRET = secrets.token_bytes(32)


def stop_token(kernel_id: str) -> str:
    """Return the word for one kernel; it changes whenever the server starts anew."""
    return hmac.new(_SECRET, kernel_id.encode(), "sha256").hexdigest()


def may_stop(kernel_id: str, token: str) -> bool:
    """Return whether this is the word for this kernel."""
    return hmac.compare_digest(stop_token(kernel_id).encode(), token.encode())
