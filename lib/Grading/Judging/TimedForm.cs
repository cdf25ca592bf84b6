using System.Diagnostics;
using Checks;
using Grading.Children;
using Judged;

namespace Grading.Judging;

/// <summary>
/// One form in a process of its own, timed from outside: the clock is read before and after a request of many repetitions. Whatever comes
/// between makes a sample longer, so only the shortest of several counts. On the wall other processes' turns count too; samples there are
/// shorter than a turn. A call that waits fills a sample alone: what comes between is little beside it.
/// </summary>
internal sealed class TimedForm : IDisposable
{
    private const int WarmingCalls = 40, MostRepeats = 1 << 20, LeastPasses = 3, MostPasses = 24;
    private static readonly TimeSpan ShortSample = TimeSpan.FromMilliseconds(1.5), ShortSamples = TimeSpan.FromMilliseconds(30), LongestWarmUp = TimeSpan.FromMilliseconds(250);

    /// <summary>By the processor's clock: many of its steps.</summary>
    private static readonly TimeSpan Sample = TimeSpan.FromTicks(Math.Max(TimeSpan.FromMilliseconds(5).Ticks, 8 * CpuClock.Step.Ticks));

    private readonly Exercise _exercise;
    private readonly JudgedChild _child;
    private readonly bool _onTheWall, _waits, _stir;
    private readonly object?[] _own;
    private readonly ulong _outputs, _secret = (ulong)Random.Shared.NextInt64();
    private readonly Stirring _stirring;
    private readonly Expectation? _unchanging;
    private int _repeats = 1, _step;
    private RunReply? _last;
    private TimeSpan _shortest;
    private TimeSpan _processorAtEnd;

    public TimedForm(Assignment assignment, Form form, Criterion.Speed criterion)
    {
        _exercise = assignment.Exercise;
        Call call = criterion.At(assignment.RandomFor(criterion.Name));
        _own = Expectation.Copy(call.Arguments);
        var first = Expectation.Of(_exercise, _own);
        (_onTheWall, _stir, _outputs) = (criterion.OnTheWall, criterion.Stir, first.Outputs(_own));
        // Where nothing is stirred it stays the same; the reference of a waiting exercise waits itself.
        if (!_stir && _outputs == 0) _unchanging = first;
        _waits = _onTheWall && _own.Any(argument => argument is Delegate);
        _stirring = new Stirring(_own, _stir, _outputs, _secret);
        _child = assignment.Start(form);
        _child.Take(call.Arguments, counted: false);
    }

    /// <summary>What the process used of the processor while nothing was asked of it, since this was last set to zero.</summary>
    public TimeSpan BusyBetween { get; set; }

    /// <summary>The most calls of a service that were under way at once.</summary>
    public int AtOnce { get; private set; }

    public bool HasEnded => _child.HasEnded;

    /// <summary>How many samples make a round.</summary>
    public int Passes => _waits ? 1 : _onTheWall ? Math.Clamp((int)Math.Ceiling(ShortSamples / _shortest), LeastPasses, MostPasses) : LeastPasses;

    private TimeSpan Least => _onTheWall ? ShortSample : Sample;

    /// <summary>Lets the compiler finish, and calibrates.</summary>
    public void WarmUp()
    {
        TimeSpan spent = TimeSpan.Zero;
        for (int call = 0; call < (_waits ? 1 : WarmingCalls) && spent < LongestWarmUp; call++) spent += Run(1);
        Calibrate();
    }

    /// <summary>Finds how many calls fill a sample, from those that filled the last one on.</summary>
    public void Calibrate()
    {
        if (_waits) return;
        // The shortest of three: the others may hold the compiler's last work or another process's turn, and would pass a single call for a whole sample.
        while ((_shortest = Enumerable.Range(0, 3).Min(_ => Run(_repeats))) < Least && _repeats < MostRepeats)
            _repeats = (int)Math.Clamp(_repeats * Math.Clamp(1.2 * (Least / _shortest), 1.2, 50) + 1, 1, MostRepeats);
    }

    /// <summary>Nanoseconds for each call.</summary>
    public double TimeCall()
    {
        TimeSpan took = Sampled();
        if (took < Least / 2)
        {
            // Calibrated while somebody else held the processor: what a request costs would count as work.
            Calibrate();
            took = Sampled();
        }
        if (took < _shortest) _shortest = took;
        return took.TotalNanoseconds / _repeats;
    }

    /// <summary>A sample's time, of half as many calls to half as many more: only the last one's output is looked at, and no call may know that it is not the last.</summary>
    private TimeSpan Sampled()
    {
        int repeats = Random.Shared.Next((_repeats + 1) / 2, _repeats + _repeats / 2 + 1);
        return Run(repeats) * ((double)_repeats / repeats);
    }

    /// <summary>What is wrong with the last output; null when nothing is.</summary>
    public Difference? Wrong() => Wrong(_outputs);

    /// <summary>The same with the inputs, which have to be as they were; after one more call where samples leave them out.</summary>
    public Difference? WrongWithAll()
    {
        if (!_waits) Run(1, all: true);
        return Wrong(ulong.MaxValue);
    }

    public void Dispose() => _child.Dispose();

    private Difference? Wrong(ulong returned) =>
        (_unchanging ?? Expectation.Of(_exercise, _own)).FirstDifference(_last!, _own, _exercise.Tolerance, returned);

    private TimeSpan Run(int repeats, bool all = false)
    {
        var options = new RunOptions(repeats, _stir, _step, _outputs, _secret, OutputsOnly: !all && !_waits);
        TimeSpan processor = _child.ProcessorTime;
        if (_processorAtEnd > TimeSpan.Zero) BusyBetween += processor - _processorAtEnd;
        if (_onTheWall && !_waits) _child.Gather();
        TimeSpan before = _onTheWall ? Wall() : processor;
        var answers = new Answers(_own);
        _last = _child.Run(options, answers);
        TimeSpan after = _onTheWall ? Wall() : default;
        _processorAtEnd = _child.ProcessorTime;
        AtOnce = Math.Max(AtOnce, answers.Concurrency);
        for (int i = 0; i < repeats; i++) _stirring.Apply(_step + i);
        _step += repeats;
        return (_onTheWall ? after : _processorAtEnd) - before;
    }

    private static TimeSpan Wall() => TimeSpan.FromTicks(Stopwatch.GetTimestamp() * TimeSpan.TicksPerSecond / Stopwatch.Frequency);
}
