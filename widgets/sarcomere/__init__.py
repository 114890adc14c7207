"""The animated sarcomere and the clock that it shares with the traces."""

from widgets.sarcomere.playhead import SLOW_DOWN_CHOICES, Playhead
from widgets.sarcomere.sarcomere_view import RUN_TRACES, SarcomereView

__all__ = ["RUN_TRACES", "SLOW_DOWN_CHOICES", "Playhead", "SarcomereView"]
