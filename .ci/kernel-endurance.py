"""10,000 small cells and 100 MB of output through the installed kernel; prints memory and latency, fails on a loss.
usage: kernel-endurance.py [KERNEL NAME] [CELLS]"""
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

NAME = sys.argv[1] if len(sys.argv) > 1 else ".net-csharp"
CELLS = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
LIMIT = 300


def resident_mb(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def main():
    manager = KernelManager(kernel_name=NAME)
    began = time.monotonic()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=180)

    def run(code, hook=lambda message: None):
        return client.execute_interactive(code, timeout=LIMIT, output_hook=hook)["content"]

    assert run("6 * 7")["status"] == "ok"
    print(f"start to first result {time.monotonic() - began:.2f} s")
    pid, times = manager.provisioner.pid, []
    first = resident_mb(pid)
    for i in range(CELLS):
        start = time.monotonic()
        reply = run(f"int value = {i}; value + 1")
        times.append(time.monotonic() - start)
        assert reply["status"] == "ok", reply
        if (i + 1) % max(1, CELLS // 10) == 0:
            recent = times[-max(1, CELLS // 10):]
            print(f"{i + 1} cells: {resident_mb(pid):.0f} MB resident (first {first:.0f}), median {1000 * statistics.median(recent):.1f} ms a cell", flush=True)

    received = 0

    def count(message):
        nonlocal received
        if message["msg_type"] == "stream":
            received += len(message["content"]["text"])

    start = time.monotonic()
    reply = run('var line = new string(\'x\', 1023); for (int i = 0; i < 102400; i++) Console.WriteLine(line);', count)
    print(f"100 MB of output in {time.monotonic() - start:.1f} s, {resident_mb(pid):.0f} MB resident")
    assert (reply["status"], received) == ("ok", 102400 * 1024), (reply["status"], received)
    assert run("value")["status"] == "ok"
    client.stop_channels()
    manager.shutdown_kernel()


main()
