"""Charts by Altair, in JupyterLab's own Vega renderer: of a deck the timeline, of a learner the progress."""

from .chart import MIME, Chart
from .events import timeline
from .progress import progress_charts

__all__ = ["MIME", "Chart", "progress_charts", "timeline"]
