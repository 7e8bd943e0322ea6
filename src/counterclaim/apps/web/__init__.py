"""The web pages: a ledger in a browser, and as JSON at the same addresses.

Read `pages/` first: one function for each address, which answers with HTML or JSON from the same records.
`asking.py` is what a request asks for and how it is answered, `app.py` puts the application together with its
headers and errors, `marks.py` cuts a report's text where statements begin and end. Templates escape everything;
pages work without JavaScript, and load nothing from any other host.
"""

from counterclaim.apps.web.app import create_app

__all__ = ["create_app"]
