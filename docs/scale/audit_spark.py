"""Spreads `kolokol audit --stream` over the machines of a Spark cluster, by account.

    spark-submit audit_spark.py [--partitions N] [--kolokol PROGRAM] EVENTS FINDINGS

EVENTS is what Spark reads as lines: a file, a folder, a pattern. FINDINGS is a folder that isn't there yet. Every account's events go
through one process, in order of time; a second pass looks for devices and phones that several accounts share (R15). The findings are
those of one process over all events: see docs/detection.md.
"""

import argparse
import json
import zlib

from pyspark.sql import SparkSession

# What the rule across accounts looks at.
SHARED_KINDS = {"device_bound", "phone_changed"}


def keyed(line):
    """((time, account), line) of an event; None for lines that are none, which `audit` would only pass over."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    if not isinstance(event, dict) or event.get("type") != "event":
        return None
    return (str(event.get("time", "")), str(event.get("account", "main"))), line


def last_words(findings):
    """The last thing said of each finding; what came late may have changed it or done away with it."""
    last = {}
    for line in findings:
        finding = json.loads(line)
        last[finding["id"]] = (finding["state"], line)
    return [line for state, line in last.values() if state != "withdrawn"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("--kolokol", default="kolokol")
    parser.add_argument("events")
    parser.add_argument("findings")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("kolokol audit").getOrCreate()
    # Status 1 says that something was found; above that something is wrong, and the job fails.
    audit = "sh -c '\"$0\" audit --stream --json \"$@\"; [ $? -le 1 ]' " + given.kolokol
    events = spark.sparkContext.textFile(given.events).map(keyed).filter(lambda pair: pair is not None).cache()

    by_account = events.repartitionAndSortWithinPartitions(
        given.partitions, lambda key: zlib.crc32(key[1].encode("utf-8")) % given.partitions
    ).values()
    shared = events.filter(lambda pair: json.loads(pair[1]).get("kind") in SHARED_KINDS).sortByKey().coalesce(1).values()
    found = by_account.pipe(audit, checkCode=True).mapPartitions(last_words)
    across = shared.pipe(audit + " --across-accounts", checkCode=True)
    found.union(across).saveAsTextFile(given.findings)
    spark.stop()


if __name__ == "__main__":
    main()
