using System.Diagnostics;
using Course.Exercises;
using Grading.Children;
using Judged;

namespace Grading.Judging;

/// <summary>One form in a process of its own, timed from outside: the clock is read before and after a request of many repetitions.</summary>
internal sealed class TimedForm : IDisposable
{
    private const int WarmingCalls = 40, MostRepeats = 1 << 20;
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(12), LongWarmUp = TimeSpan.FromMilliseconds(250);

    private readonly JudgedChild _child;
    private readonly int _process;
    private readonly bool _onTheWall;
    private readonly object?[] _own;
    private readonly bool _stir;
    private int _repeats = 1, _step;

    public TimedForm(Assignment assignment, Form form, Criterion.Speed criterion)
    {
        Call call = criterion.At(assignment.RandomFor(criterion.Name));
        _own = Expectation.Copy(call.Arguments);
        (_onTheWall, _stir) = (criterion.OnTheWall, criterion.Stir);
        _child = assignment.Start(form);
        _process = CpuClock.InnermostOf(_child.ProcessId);
        _child.Take(call.Arguments, counted: false);
    }

    /// <summary>The last output, as the child sent it.</summary>
    public RunReply? Last { get; private set; }

    /// <summary>The arguments as they must be now, before the last call.</summary>
    public IReadOnlyList<object?> Arguments => _own;

    /// <summary>Lets the compiler finish, and finds how many calls fill a sample.</summary>
    public void WarmUp()
    {
        var clock = Stopwatch.StartNew();
        for (int call = 0; call < WarmingCalls && clock.Elapsed < LongWarmUp; call++) Run(1);
        while (_repeats < MostRepeats && Run(_repeats) is var took && took < Sample)
            _repeats = (int)Math.Clamp(_repeats * Math.Clamp(1.2 * (Sample / took), 2, 50), 1, MostRepeats);
    }

    /// <summary>Nanoseconds for each call.</summary>
    public double TimeCall() => Run(_repeats).TotalNanoseconds / _repeats;

    public void Dispose() => _child.Dispose();

    private TimeSpan Run(int repeats)
    {
        var options = new RunOptions(repeats, _stir, _step);
        TimeSpan before = Now();
        Last = _child.Run(options, new Answers(_own));
        TimeSpan took = Now() - before;
        Array? stirred = _stir ? Stirring.FirstArray(_own) : null;
        for (int i = 0; i < repeats; i++) Stirring.Apply(stirred, _step + i);
        _step += repeats;
        return took;
    }

    private TimeSpan Now() => _onTheWall ? TimeSpan.FromTicks(Stopwatch.GetTimestamp() * TimeSpan.TicksPerSecond / Stopwatch.Frequency) : CpuClock.Of(_process);
}
