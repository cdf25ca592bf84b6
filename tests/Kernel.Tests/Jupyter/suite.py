"""Jupyter's own kernel test suite; an attribute that is set declares a capability and runs its tests."""
import unittest

import jupyter_kernel_test


class Suite(jupyter_kernel_test.KernelTests):
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
