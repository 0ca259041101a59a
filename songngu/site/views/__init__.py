"""What the templates print: plain frozen values, every sentence and address already chosen.

A template asks for nothing and computes nothing; the functions that make these views (frame.py,
cover.py, reading.py) are pure. Addresses are relative to the page unless their name says absolute;
fields named `html` are safe markup, everything else is text that the template escapes.
"""

from songngu.site.views.article import ArticleView, Correction, Day, SourceView
from songngu.site.views.double import (
    Cell,
    DoubleSection,
    DoublesView,
    DoubleTitle,
    DoubleView,
    Side,
)
from songngu.site.views.figures import FactGroup, FactView, FiguresView, SeriesLink
from songngu.site.views.frame import (
    Alternate,
    DoubleLink,
    Frame,
    IssueLink,
    Line,
    Said,
    SearchView,
    SectionLink,
    Tongue,
)
from songngu.site.views.head import FeedLink, ShareView
from songngu.site.views.lists import (
    AboutView,
    CoverView,
    DownloadView,
    FigureView,
    LostView,
    SectionPage,
    SectionView,
    Teaser,
)
from songngu.site.views.pictures import GalleryView, PictureView, Plate, SourceSet

__all__ = [
    "AboutView",
    "Alternate",
    "ArticleView",
    "Cell",
    "Correction",
    "CoverView",
    "Day",
    "DoubleLink",
    "DoubleSection",
    "DoubleTitle",
    "DoubleView",
    "DoublesView",
    "DownloadView",
    "FactGroup",
    "FactView",
    "FeedLink",
    "FigureView",
    "FiguresView",
    "Frame",
    "GalleryView",
    "IssueLink",
    "Line",
    "LostView",
    "PictureView",
    "Plate",
    "Said",
    "SearchView",
    "SectionLink",
    "SectionPage",
    "SectionView",
    "SeriesLink",
    "ShareView",
    "Side",
    "SourceSet",
    "SourceView",
    "Teaser",
    "Tongue",
]
