"""What Jupyter's own client library sees of the kernel, beyond the suite."""
import os
import signal
import subprocess
import sys
import time
import unittest

from jupyter_client.manager import KernelManager

NAME = ".net-csharp"
LIMIT = 60  # seconds; a busy machine is slow, not wrong

# A shell starts background jobs with SIGINT ignored, and children inherit that; a handler here makes it the default for the kernel again.
signal.signal(signal.SIGINT, signal.default_int_handler)


def start(**options):
    manager = KernelManager(kernel_name=NAME, **options)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=LIMIT)
    return manager, client


def run(client, code, **options):
    """Runs a cell; gives the reply's content and the broadcast messages."""
    outputs = []
    reply = client.execute_interactive(code, timeout=LIMIT, output_hook=outputs.append, **options)
    return reply["content"], outputs


def text(outputs):
    return "".join(message["content"]["text"] for message in outputs if message["msg_type"] == "stream")


def gone(pid, seconds=LIMIT):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


class Running(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start()

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel()

    def interrupt(self, send):
        self.client.execute("int spins = 7;")
        self.client.get_shell_msg(timeout=LIMIT)
        self.client.execute('Console.WriteLine("go"); while (true) spins = 8;')
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["msg_type"] == "stream":
                break
        send()
        reply = self.client.get_shell_msg(timeout=LIMIT)
        self.assertEqual(reply["content"]["status"], "error")
        reply, outputs = run(self.client, "Console.WriteLine(spins);")
        self.assertEqual(text(outputs), "8\n")

    def test_interrupt_by_message(self):
        self.assertEqual(self.manager.kernel_spec.interrupt_mode, "message")
        self.interrupt(self.manager.interrupt_kernel)

    def test_interrupt_by_signal(self):
        self.interrupt(lambda: os.kill(self.manager.provisioner.pid, signal.SIGINT))

    def test_signal_between_cells_is_ignored(self):
        os.kill(self.manager.provisioner.pid, signal.SIGINT)
        time.sleep(1)  # The signal takes its own way to the kernel; it must be there before the cell.
        self.assertEqual(run(self.client, "1")[0]["status"], "ok")

    def test_line_of_input(self):
        reply, outputs = run(
            self.client, 'Console.WriteLine($"hello {Console.ReadLine()}");', stdin_hook=lambda message: self.client.input("Grüße 😀"))
        self.assertEqual(text(outputs), "hello Grüße 😀\n")

    def test_heartbeat(self):
        self.client.hb_channel.unpause()
        end = time.monotonic() + LIMIT
        while not self.client.hb_channel.is_beating() and time.monotonic() < end:
            time.sleep(0.1)
        self.assertTrue(self.client.hb_channel.is_beating())

    def test_two_clients_that_share_an_identity(self):
        other = self.manager.client()
        self.assertEqual(other.session.bsession, self.client.session.bsession)
        other.start_channels()
        other.wait_for_ready(timeout=LIMIT)
        first, second = self.client.execute("1"), other.execute("2")
        self.assertEqual(self.client.get_shell_msg(timeout=LIMIT)["parent_header"]["msg_id"], first)
        self.assertEqual(other.get_shell_msg(timeout=LIMIT)["parent_header"]["msg_id"], second)
        other.stop_channels()

    def comm(self, kind, **content):
        self.client.shell_channel.send(self.client.session.msg(kind, {"comm_id": "c1", "data": {}, **content}))
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["msg_type"].startswith("comm_") or message["msg_type"] == "stream":
                return message["msg_type"], message["content"]

    def test_comm_from_the_page_reaches_a_cell_and_is_answered(self):
        self.assertEqual(self.comm("comm_open", target_name="nobody")[0], "comm_close")
        reply, _ = run(self.client, """
            using System.Text.Json.Nodes;
            Display.Comms.Register("doubler", (comm, data) =>
                comm.Received = message => comm.Send(new JsonObject { ["twice"] = 2 * (int)message["value"]! }));
            Display.Comms.Register("printer", (comm, data) => Console.WriteLine("opened"));""")
        self.assertEqual(reply["status"], "ok", reply)
        self.client.shell_channel.send(self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "doubler", "data": {}}))
        self.assertEqual(self.comm("comm_msg", data={"value": 21}), ("comm_msg", {"comm_id": "c1", "data": {"twice": 42}}))
        self.client.comm_info()
        self.assertEqual(self.client.get_shell_msg(timeout=LIMIT)["content"]["comms"], {"c1": {"target_name": "doubler"}})
        kind, content = self.comm("comm_open", target_name="printer", comm_id="c2")
        self.assertEqual((kind, content.get("text")), ("stream", "opened\n"))
        self.client.execute('Display.Comms.OpenTo("page", new JsonObject { ["a"] = 1 }).Close();')
        seen = []
        while len(seen) < 2:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["msg_type"].startswith("comm_"):
                seen.append((message["msg_type"], message["content"].get("target_name"), message["content"]["data"]))
        self.assertEqual(seen, [("comm_open", "page", {"a": 1}), ("comm_close", None, {})])
        self.client.get_shell_msg(timeout=LIMIT)

    def test_error_shows_the_line_of_the_cell(self):
        reply, _ = run(self.client, 'int zero = 0;\n\nConsole.WriteLine(1 / zero);')
        self.assertEqual(reply["ename"].split(".")[-1], "DivideByZeroException")
        self.assertIn("3", "".join(reply["traceback"]))
        self.assertNotIn("Kernel.Session", "".join(reply["traceback"]))

    def test_many_lines_are_joined(self):
        reply, outputs = run(self.client, 'for (int i = 0; i < 20000; i++) Console.WriteLine(i);')
        self.assertEqual(text(outputs), "".join(f"{i}\n" for i in range(20000)))
        self.assertLess(len([m for m in outputs if m["msg_type"] == "stream"]), 2000)


class Life(unittest.TestCase):
    def test_unix_sockets(self):
        manager, client = start(transport="ipc", ip=f"/tmp/course-kernel-{os.getpid()}")
        reply, outputs = run(client, "Console.Write(3);")
        self.assertEqual(text(outputs), "3")
        client.stop_channels()
        manager.shutdown_kernel()

    def test_restart_in_an_endless_loop_forgets_and_goes_on(self):
        manager, client = start()
        run(client, "int remembered = 1;")
        client.execute("while (true) { }")
        manager.restart_kernel()
        client.wait_for_ready(timeout=LIMIT)
        self.assertEqual(run(client, "remembered")[0]["status"], "error")
        self.assertEqual(run(client, "1")[0]["status"], "ok")
        pid = manager.provisioner.pid
        client.stop_channels()
        manager.shutdown_kernel()
        self.assertTrue(gone(pid))

    def test_kernel_ends_when_its_front_end_is_killed(self):
        script = "import sys, time, clients; m, c = clients.start(); print(m.provisioner.pid, flush=True); time.sleep(60)"
        front = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=os.path.dirname(os.path.abspath(__file__)))
        pid = int(front.stdout.readline())
        self.assertFalse(gone(pid, 0.2))
        front.kill()
        # Not reaped yet: the parent is a zombie, and the kernel must see through it.
        self.assertTrue(gone(pid))
        front.wait()
        front.stdout.close()


if __name__ == "__main__":
    unittest.main()
