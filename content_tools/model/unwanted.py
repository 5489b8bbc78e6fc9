"""What no text of a record may hold: characters nobody sees, and HTML that comes along from web pages."""

import re

HIDDEN = re.compile("[\ue000-\uf8ff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters nobody sees: private ones, zero-width ones, and those that turn the direction of writing."""

_ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|center|cite|code|col|dd|del|details|div"
    "|dl|dt|em|embed|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta"
    "|nav|noscript|object|ol|option|p|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|summary"
    "|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|video"
)
HTML = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s+[\w:-]+\s*=[^<>]*|\s*/?)>|<(?:!--|!doctype)|<(?:script|style|iframe|svg|img)\b"
    r"|&(?:amp|lt|gt|quot|apos|nbsp|copy|ndash|mdash|#\d+|#x[0-9a-f]+);",
    re.IGNORECASE,
)
"""HTML as it comes along from web pages; `umur < 5` and `<nama>` are none."""
