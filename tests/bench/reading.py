"""CPU seconds of reading and checking the records of one project, without starting Python: one number, printed."""

import sys
import time
from pathlib import Path

from content_tools.reading.plan import read_plan
from content_tools.rules import check_rules

start = time.process_time()
plan, problems = read_plan(Path(sys.argv[1]) / "data")
assert plan is not None, problems
check_rules(plan)
print(time.process_time() - start)
