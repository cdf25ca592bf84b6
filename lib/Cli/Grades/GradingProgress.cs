using System.Diagnostics;
using Grading.Batch;

namespace Cli.Grades;

/// <summary>How far a batch is: a line that moves in a terminal, a line every few seconds elsewhere. Nothing of an answer is printed.</summary>
internal sealed class GradingProgress(TextWriter output) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _moves = !Console.IsOutputRedirected;
    private TimeSpan _last = -Quiet;
    private int _first = -1;

    public void Show(int done, int all, GradedSubmission? graded)
    {
        lock (_gate)
        {
            if (_first < 0) _first = done;
            TimeSpan now = _clock.Elapsed;
            if (done < all && now - _last < (_moves ? TimeSpan.FromMilliseconds(100) : Quiet)) return;
            _last = now;
            int sofar = done - _first;
            string left = sofar > 0 && done < all ? $", about {TimeSpan.FromSeconds(now.TotalSeconds / sofar * (all - done)):h\\:mm\\:ss} to go" : "";
            string line = $"{done} of {all} submissions, {now:h\\:mm\\:ss}{left}";
            if (_moves) output.Write('\r' + line.PadRight(70));
            else output.WriteLine(line);
        }
    }

    public void Close()
    {
        if (_moves) output.WriteLine();
    }

    public void Dispose() => output.Flush();
}
