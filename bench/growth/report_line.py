"""A line of bench/report in the words of this bench: report_line.py LINE"""

import json
import sys

line = json.loads(sys.argv[1])
kib = float(line["peak_memory"].split()[0])
print(
    json.dumps(
        {"seconds": line["seconds"], "cpu_seconds": line["cpu_seconds_in_all"], "peak_gib": kib / 2**20}
    )
)
