"""Which functions are which stage of a run: of those that are at work, the innermost one named here
tells. A name stands for all below it. What follows a colon is told where one stage is all there is.
"""

from tests.bench.sampled.sitecustomize import START

STAGES: dict[str, tuple[str, ...]] = {
    START: ("importlib._bootstrap", "importlib._bootstrap_external", "_frozen_importlib",
            "_frozen_importlib_external"),
    "handing work to processes": ("multiprocessing", "concurrent", "songngu.workers_"),
    # Reading and checking.
    "reading": ("songngu.source", "songngu.kept_.read_kept"),
    "reading: YAML": ("yaml", "songngu.source.yaml_"),
    "reading: blocks": ("songngu.source.blocks",),
    "reading: links and anchors": ("songngu.source.links", "songngu.source.anchors"),
    "reading: alignment": ("songngu.align",),
    "checking": ("songngu.judging_.judge", "songngu.kept_.findings", "songngu.check"),
    "checking: numbers": ("songngu.check.numbers",),
    "checking: terms": ("songngu.check.terms",),
    "checking: letters and punctuation": ("songngu.check.text",),
    "checking: language of sentences": ("songngu.check.untranslated", "songngu.check.languages"),
    "checking: known facts": ("songngu.check.labels", "songngu.check.facts"),
    "checking: parity": ("songngu.check.parity",),
    "checking: links and pictures": ("songngu.check.links", "songngu.check.pictures"),
    "checking: signatures": ("songngu.desk",),
    # The site.
    "planning and keys": ("songngu.site.planning_", "songngu.site.outline", "songngu.site.keys_",
                          "songngu.site.languages_.Languages", "songngu.site.making_.pieces",
                          "songngu.cache_.fingerprint"),
    "views": ("songngu.site.showing.view_of", "songngu.site.showing.framed"),
    "templates": ("jinja2",),
    "Markdown": ("markdown", "songngu.figures.texts_", "songngu.figures.markdown_",
                 "songngu.figures.written"),
    "search and feeds": ("songngu.site.searching", "songngu.site.showing.searched",
                         "songngu.site.search_index", "songngu.site.pages_.feed_texts",
                         "songngu.site.feeds"),
    "pages for other sites": ("songngu.site.reprint", "songngu.site.republish",
                              "songngu.site.pages_.republished"),
    "pictures, cards and fonts": ("PIL", "songngu.figures.pictures_", "songngu.figures.fonts_",
                                  "songngu.figures.charts_", "songngu.figures.drawings_",
                                  "songngu.site.assets_", "songngu.site.cards_",
                                  "songngu.site.syndicating_", "songngu.press.pictures"),
    "files": ("songngu.site.folder_",),
    "the unit swapped in": ("songngu.output_",),
    # The press.
    "style": ("weasyprint.css", "tinycss2", "tinyhtml5", "weasyprint.html"),
    "boxes": ("weasyprint.formatting_structure",),
    "layout": ("weasyprint.layout", "weasyprint.text"),
    "drawing": ("weasyprint.draw", "weasyprint.stacking", "weasyprint.pdf", "weasyprint.document",
                "weasyprint.images", "weasyprint.svg", "pydyf"),
    "subsets of fonts": ("weasyprint.pdf.fonts", "fontTools", "songngu.press.shared_fonts_"),
    "tags": ("songngu.press.tagging_", "songngu.press.tag_notes_"),
    "overprint": ("songngu.press.lean_", "songngu.press.overprint"),
    "keys and kept parts": ("songngu.press.parts_.Setter",),
    "HTML of the book": ("songngu.press.book", "songngu.press.interior.Composing",
                         "songngu.press.cross_references", "songngu.press.templates_"),
    "joining": ("songngu.press.pdf_", "songngu.press.pdf_writer_", "songngu.press.collating_"),
}  # fmt: skip


def by_name(fine: bool) -> dict[str, str]:
    """The stage of each name; what follows the colon too if it is asked for."""
    parted = {stage.partition(":")[0] for stage in STAGES if ":" in stage}
    return {
        name: (f"{stage}: other" if stage in parted else stage) if fine else stage.partition(":")[0]
        for stage, names in STAGES.items()
        for name in names
    }
