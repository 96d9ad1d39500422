"""The ten greatest announcers of all time, printed anew whenever a total changes: python3 league_table.py http://HOST:8080"""
import json
import sys
import urllib.request

page = sys.argv[1].rstrip("/")


def print_table():
    with urllib.request.urlopen(page + "/export/outlay.spend-by-company.ndjson") as lines:
        totals = [json.loads(line) for line in lines]
    totals = [t for t in totals if t["measure"] == "ANNOUNCED" and t["window"] == "all"]
    totals.sort(key=lambda t: (-t["headlineUsd"], t["entity"]))
    print("--- announced, in billions of US dollars")
    for total in totals[:10]:
        print(f"{total['name']:30} {total['headlineUsd'] / 1e9:10.2f}", flush=True)


print_table()
with urllib.request.urlopen(page + "/api/events") as events:  # server-sent events; never ends
    for line in events:
        if line.strip() == b"event: moved":
            print_table()
