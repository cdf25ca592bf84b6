"""Jupyter's own kernel test suite; an attribute that is set declares a capability and runs its tests."""
import unittest

import jupyter_kernel_test

LIMIT = 60  # seconds; a busy machine is slow, not wrong


class Suite(jupyter_kernel_test.KernelTests):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The suite gives each message a tenth of a second after the reply.
        for channel in (cls.kc.shell_channel, cls.kc.iopub_channel):
            channel.get_msg = lambda timeout=None, get=channel.get_msg: get(timeout=LIMIT)

    def flush_channels(self):
        """Until a question of our own is answered, in place of until nothing has come for a tenth of a second."""
        asked = self.kc.kernel_info()
        while self.kc.get_shell_msg()["parent_header"].get("msg_id") != asked:
            pass
        state = None
        while state != "idle":
            message = self.kc.get_iopub_msg()
            state = message["content"].get("execution_state") if message["parent_header"].get("msg_id") == asked else None

    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("careful");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": '"a" + "b"', "result": "ab"}, {"code": "6 * 8", "result": "48"}]
    code_display_data = [{"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"}]
    code_generate_error = 'throw new InvalidOperationException("no");'
    code_history_pattern = "6*7"
    supported_history_operations = ("tail", "range", "search")
    completion_samples = [{"text": "Console.WriteLi", "matches": {"WriteLine"}}, {"text": "Console.Out.Flu"}]
    complete_code_samples = ["6 * 7", "int side = 5;", "void F() { }", "if (true) { }"]
    incomplete_code_samples = ["void F() {", "var sum = (1 +", "class Blur\n{", 'var text = """\nopen']
    invalid_code_samples = ["}", "int side = ];"]
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "ClearOutput();"


if __name__ == "__main__":
    unittest.main()
