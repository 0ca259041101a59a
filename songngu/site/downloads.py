"""The downloads of an issue: files that were made beside the site, and its series as CSV."""

from songngu.site.edition import Download
from songngu.site.frame import Stand
from songngu.site.statistics import series_links, weight
from songngu.site.views import DownloadView

FOLDER = "downloads/"


def downloads(stand: Stand) -> tuple[DownloadView, ...]:
    """What a reader of the stand's issue can take away: its files first, then its data."""
    files = [
        DownloadView(
            label=one.label[stand.lang],
            href=stand.to(download_address(one)),
            kind=one.name.rpartition(".")[2].upper(),
            weight=weight(one.size, stand),
        )
        for one in stand.edition.downloads
        if one.issue == stand.issue.id
    ]
    series = [DownloadView(one.title, one.csv, "CSV", one.weight) for one in series_links(stand)]
    return (*files, *series)


def download_address(one: Download) -> str:
    """Beside the languages: most such files hold both, and their addresses are to last."""
    return f"{FOLDER}{one.issue}/{one.name}"
