using System.Text;

namespace Kernel.Session.Running;

/// <summary>Sends what code writes to the console to the cell that the code belongs to, and asks its reader for input.</summary>
internal static class ConsoleCapture
{
    private static readonly Writer Out = new("stdout", Console.Out), Error = new("stderr", Console.Error);
    private static readonly Reader In = new();

    /// <summary>Takes over <see cref="Console"/> for the whole process; again before each cell, since one may redirect it and forget.</summary>
    public static void Install()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        Console.SetIn(In);
    }

    private sealed class Writer(string stream, TextWriter outside) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            if (CellRun.Current is { } run) run.Write(stream, value ?? "");
            else outside.Write(value);
        }

        // One piece, so that lines of several threads do not mix.
        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine() => Write("\n");
    }

    private sealed class Reader : TextReader
    {
        private string _left = "";

        public override string? ReadLine()
        {
            if (_left.Length == 0) return CellRun.Current?.ReadLine("", password: false);
            string line = _left.TrimEnd('\n');
            _left = "";
            return line;
        }

        public override int Peek() => Fill() ? _left[0] : -1;

        public override int Read()
        {
            if (!Fill()) return -1;
            char first = _left[0];
            _left = _left[1..];
            return first;
        }

        private bool Fill()
        {
            if (_left.Length == 0 && CellRun.Current?.ReadLine("", password: false) is { } line) _left = line + "\n";
            return _left.Length > 0;
        }
    }
}
