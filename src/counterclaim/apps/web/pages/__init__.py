"""The addresses: one module for each section, one function for each address.

Each function answers with a page or, at the same address with `.json`, with JSON. `routing.py` is what they share.
"""

from fastapi import APIRouter

from counterclaim.apps.web.pages import agreements, disputes, happened, reading, review, search

#: All pages. A section adds itself here.
router = APIRouter()
for _section in (disputes, agreements, search, happened, reading, review):
    router.routes.extend(_section.router.routes)

__all__ = ["router"]
