"""A Dask cluster of two processes on this machine, for tests; it ends with its standard input.

It prints its address and its workers' process ids, as JSON, and is reached from this machine only.
"""

import json
import sys

from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        pids = [nanny.pid for nanny in cluster.workers.values()]
        told = {"address": cluster.scheduler_address, "workers": pids}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
