"""The order of the stages; no rules inside.

read -> check -> site, press. A stage that finds errors stops what comes after it, and the last
good unit of dist/ stays.
"""

from songngu.pipeline.building import (
    build_print,
    build_proof,
    build_site,
    is_package,
    preflight,
    tidy,
)
from songngu.pipeline.desk import build_approval, mend, sign
from songngu.pipeline.examining import enough, examine, published
from songngu.pipeline.job import Built, ImprintRefused, Job, Mended, PressRefused, Reading

__all__ = [
    "Built",
    "ImprintRefused",
    "Job",
    "Mended",
    "PressRefused",
    "Reading",
    "build_approval",
    "build_print",
    "build_proof",
    "build_site",
    "enough",
    "examine",
    "is_package",
    "mend",
    "preflight",
    "published",
    "sign",
    "tidy",
]
