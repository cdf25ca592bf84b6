using Python;

namespace Kernel.Tests.Python;

public sealed class PythonProcessTests : IClassFixture<PythonProcessTests.Process>
{
    private readonly PythonProcess _python;

    public PythonProcessTests(Process shared) => _python = shared.Python;

    public sealed class Process : IDisposable
    {
        public PythonProcess Python { get; } = new();

        public void Dispose() => Python.Dispose();
    }

    internal static void Require()
    {
        if (PythonInterpreter.Find() is { HasNumpy: true }) return;
        const string Sentence = "python3 with numpy is required here.";
        if (Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail(Sentence);
        Skip.If(true, Sentence);
    }

    [SkippableFact]
    public void Code_keeps_its_variables_and_its_last_expression_is_the_result()
    {
        Require();
        _python.Run("a = 40");
        Assert.Equal("42", _python.Run("a + 2").Text);
        Assert.Null(_python.Run("a + 2;").Text);
        Assert.Null(_python.Run("None").Text);
        Assert.Null(_python.Run("def f(): return 1").Text);
        Assert.StartsWith("<table", _python.Run("class T:\n  def _repr_html_(self): return '<table/>'\nT()").Formats["text/html"]);
    }

    [SkippableFact]
    public void Both_streams_and_those_of_child_processes_arrive_before_the_call_returns()
    {
        Require();
        List<(string Stream, string Text)> heard = [];
        _python.Run("import sys, os\nprint('one')\nprint('two', end='')\nos.system('echo child')\nprint('bad', file=sys.stderr)", (stream, text) => heard.Add((stream, text)));
        string output = string.Concat(heard.Where(piece => piece.Stream == "stdout").Select(piece => piece.Text));
        Assert.Contains("one\n", output);
        Assert.Contains("two", output);
        Assert.Contains("child\n", output);
        Assert.Equal("bad\n", string.Concat(heard.Where(piece => piece.Stream == "stderr").Select(piece => piece.Text)));
    }

    [SkippableTheory]
    [InlineData("1/0", "ZeroDivisionError", 1)]
    [InlineData("x = 1\n\nmissing", "NameError", 3)]
    [InlineData("x = 1\ndef f(:", "SyntaxError", 2)]
    [InlineData("def inner():\n    raise ValueError('v')\n\ninner()", "ValueError", 2)]
    [InlineData("import sys; sys.exit(1)", "SystemExit", 1)]
    public void Errors_carry_name_line_and_traceback(string code, string name, int line)
    {
        Require();
        var error = Assert.Throws<PythonException>(() => _python.Run(code));
        Assert.Equal((name, line), (error.Name, error.Line));
        Assert.DoesNotContain(error.Traceback, text => text.Contains("<string>", StringComparison.Ordinal));
        Assert.Equal("2", _python.Run("1 + 1").Text);
    }

    [SkippableFact]
    public void Values_cross_both_ways()
    {
        Require();
        _python.Set("n", 5);
        _python.Set("s", "tab\t quote\" ü 漢");
        _python.Set("d", new[] { 1.5, double.NaN, double.NegativeInfinity });
        _python.Set("map", new Dictionary<string, int> { ["a"] = 1 });
        _python.Set("nothing", null);
        Assert.Equal("True", _python.Run("(n, map, nothing) == (5, {'a': 1}, None) and str(d) == '[1.5, nan, -inf]'").Text);
        Assert.Equal("tab\t quote\" ü 漢", _python.Get<string>("s"));
        Assert.Equal([1.5, double.NaN, double.NegativeInfinity], _python.Get<double[]>("d")!);
        _python.Run("import numpy as np\ngrid = np.arange(6, dtype=np.float32).reshape(2, 3)\nbig = 2**40\nyes = True");
        Assert.Equal([[0.0, 1, 2], [3, 4, 5]], _python.Get<double[][]>("grid")!);
        Assert.Equal(1L << 40, _python.Get<long>("big"));
        Assert.True(_python.Get<bool>("yes"));
        Assert.Equal("NameError", Assert.Throws<PythonException>(() => _python.Get<int>("undefined")).Name);
        Assert.Contains("cannot cross", Assert.Throws<PythonException>(() => { _python.Run("obj = object()"); _python.Get("obj"); }).Message);
    }

    [SkippableFact]
    public void Pictures_cross_as_bytes_with_their_shape()
    {
        Require();
        byte[] pixels = new byte[512 * 300];
        new Random(1).NextBytes(pixels);
        _python.SetBytes("picture", pixels, 300, 512);
        Assert.Equal("(300, 512)", _python.Run("picture.shape").Text);
        _python.Run("inverted = 255 - picture");
        Assert.Equal(pixels.Select(pixel => (byte)(255 - pixel)), _python.GetBytes("inverted"));
        _python.SetDoubles("line", [0.5, 0.25]);
        Assert.Equal("0.75", _python.Run("float(line.sum())").Text);
    }

    [SkippableFact]
    public void A_call_can_be_stopped_and_the_variables_stay()
    {
        Require();
        _python.Run("kept = 7");
        var late = Assert.Throws<PythonException>(() => _python.Run("while True: pass", limit: TimeSpan.FromMilliseconds(200)));
        Assert.Equal("KeyboardInterrupt", late.Name);
        using var soon = new CancellationTokenSource(200);
        Assert.Equal("KeyboardInterrupt", Assert.Throws<PythonException>(() => _python.Run("import time; time.sleep(60)", interrupt: soon.Token)).Name);
        Assert.Equal("7", _python.Run("kept").Text);
    }

    [SkippableFact]
    public void A_crash_is_told_and_the_next_call_starts_afresh()
    {
        Require();
        using var python = new PythonProcess();
        python.Run("kept = 7");
        var crash = Assert.Throws<PythonStoppedException>(() => python.Run("import os; os._exit(9)"));
        Assert.Contains("exit code 9", crash.Message);
        Assert.Equal("NameError", Assert.Throws<PythonException>(() => python.Run("kept")).Name);
    }

    [SkippableFact]
    public void Code_that_ignores_the_interrupt_is_ended()
    {
        Require();
        using var python = new PythonProcess();
        // The code itself interrupts the call, once it no longer listens.
        const string Stubborn = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('deaf')\nwhile True: pass";
        using var interrupt = new CancellationTokenSource();
        Assert.Contains("was ended", Assert.Throws<PythonStoppedException>(() => python.Run(Stubborn, (_, _) => interrupt.Cancel(), interrupt: interrupt.Token)).Message);
        Assert.Equal("2", python.Run("1 + 1").Text);
    }

    [Fact]
    public void Without_python_the_remedy_is_named()
    {
        using var nowhere = new PythonProcess(() => null);
        Assert.Contains("COURSE_PYTHON", Assert.Throws<PythonMissingException>(() => nowhere.Run("1")).Message);
    }

    [SkippableFact]
    public void The_first_interpreter_with_numpy_is_chosen()
    {
        Require();
        string withNumpy = PythonInterpreter.Find()!.Path;
        Assert.Equal(withNumpy, PythonInterpreter.Choose(["no-such-python", withNumpy])!.Path);
        Assert.Null(PythonInterpreter.Choose(["no-such-python"]));
    }

    [SkippableFact]
    public void Large_output_and_large_values_pass()
    {
        Require();
        long heard = 0;
        _python.Run("for i in range(20000): print('x' * 99)", (_, text) => heard += text.Length);
        Assert.Equal(2_000_000, heard);
        _python.Set("long_text", new string('y', 3_000_000));
        Assert.Equal("3000000", _python.Run("len(long_text)").Text);
    }
}
