"""`python -m content_tools` is the console script `masterplan`."""

from content_tools.cli import main

main()
