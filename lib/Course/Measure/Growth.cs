using System.Diagnostics;

namespace Course.Measure;

/// <summary>Times several forms of one task on inputs of growing size, all forms beside each other at each size.</summary>
public static class Growth
{
    /// <summary>After a call this long a form's line ends.</summary>
    public const double LimitMilliseconds = 500;

    private const double SampleMilliseconds = 0.4, WarmMilliseconds = 150, SlowMilliseconds = 20, VerySlowMilliseconds = 100, LastStepMilliseconds = 1.4 * LimitMilliseconds;
    private const int Samples = 5, WarmCalls = 30, WarmN = 100;

    /// <summary>
    /// Each form is prepared for a size and then called: warmed past the compiler's last tier on a small input (30 calls of each form, 150 ms of all in
    /// turns, 30 calls more), then in five rounds of random order on every size, five samples of a form, each long enough for the clock.
    /// Sizes grow by half a decade from <paramref name="smallest"/> to <paramref name="largest"/>. A call over 20 ms is one sample a size, after a call to
    /// warm up; where that one takes over 100 ms, so that fetching the input's pages is a small part of it, it is itself the sample. After a call over
    /// <see cref="LimitMilliseconds"/> the form ends, and its last step is shortened so that it does not take much longer than that.
    /// </summary>
    /// <param name="forms">A label, and what makes the work for an input of n elements; making it is not timed.</param>
    /// <exception cref="ArgumentException">No forms, two with the same label, or not even two sizes.</exception>
    public static GrowthCurves Over(int smallest, int largest, params IEnumerable<(string Label, Func<int, Action> Prepare)> forms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, 2 * (long)smallest);
        GrowingForm[] all = [.. forms.Select(form => new GrowingForm(form.Label, form.Prepare))];
        if (all.Length == 0) throw new ArgumentException("There is nothing to time.", nameof(forms));
        if (all.CountBy(form => form.Label).FirstOrDefault(label => label.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"Two forms are both called '{twice}'; the chart needs a label for each.", nameof(forms));
        WarmUp([.. all.Select(form => form.Prepare(Math.Clamp(WarmN, smallest, largest)))]);
        foreach (int size in Sizes(smallest, largest))
        {
            GrowingForm[] going = [.. all.Where(form => !form.Ended)];
            foreach (GrowingForm form in going) form.Begin(size);
            for (int round = 0; round < Samples; round++)
            {
                Random.Shared.Shuffle(going);
                foreach (GrowingForm form in going) form.Sample();
            }
            foreach (GrowingForm form in going) form.End();
        }
        return new GrowthCurves(all.Select(form => form.Curve()));
    }

    /// <summary>1, 3, 10, 30 ... times the smallest size, and the largest.</summary>
    public static IEnumerable<int> Sizes(int smallest, int largest)
    {
        double size = smallest;
        for (int step = 0; size < 0.8 * largest; step++, size = smallest * Math.Pow(10, step / 2) * (step % 2 == 0 ? 1 : 3)) yield return (int)Math.Min(size, int.MaxValue);
        yield return largest;
    }

    /// <summary>The first calls make the compiler compile again in the background, which needs a moment without new work; the last let what it made be used.</summary>
    private static void WarmUp(Action[] works)
    {
        long start = Stopwatch.GetTimestamp();
        Action[] fast = [.. works.Where(work => WarmsQuickly(work))];
        do
        {
            foreach (Action work in fast) work();
        }
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmMilliseconds);
        foreach (Action work in fast) WarmsQuickly(work);
    }

    /// <summary>Thirty calls; false where they take longer together than one call may, and were broken off.</summary>
    private static bool WarmsQuickly(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int calls = 0; calls < WarmCalls; calls++)
        {
            work();
            if (Stopwatch.GetElapsedTime(start).TotalMilliseconds > LimitMilliseconds) return false;
        }
        return true;
    }

    /// <summary>One form on its way through the sizes.</summary>
    private sealed class GrowingForm(string label, Func<int, Action> prepare)
    {
        private readonly List<GrowthPoint> _points = [];
        private readonly List<double> _milliseconds = [];
        private Action _work = () => { };
        private int _n;
        private long _calls;
        private double _bytes;

        public string Label { get; } = label;

        public bool Ended { get; private set; }

        public Action Prepare(int n) => prepare(n);

        public void Begin(int size)
        {
            _n = Shortened(size);
            _work = Prepare(_n);
            _milliseconds.Clear();
            double first = Call(1);
            // The first call may also fetch the input's pages.
            if (first < VerySlowMilliseconds) first = Call(1);
            _calls = first > SlowMilliseconds ? 0 : Math.Max(1, (long)Math.Ceiling(SampleMilliseconds / Math.Max(first, 1e-6)));
            if (_calls > 1) _calls = Math.Max(1, (long)Math.Ceiling(SampleMilliseconds / Math.Max(Call(_calls), 1e-7)));
            if (_calls == 0) _milliseconds.Add(first);
        }

        public void Sample()
        {
            if (_calls > 0) _milliseconds.Add(Call(_calls));
        }

        public void End()
        {
            double[] samples = [.. _milliseconds];
            _points.Add(new GrowthPoint(_n, Quantiles.Median(samples), Quantiles.At(samples, 0.25), Quantiles.At(samples, 0.75), (long)_bytes));
            // The inputs of a size are garbage now; the next size must not pay for collecting them.
            _work = () => { };
            Ended = Quantiles.Median(samples) > LimitMilliseconds;
        }

        public GrowthCurve Curve() => new(Label, _points, Ended);

        /// <summary>The next size, or as much of it as should just pass the limit if time grows on as it did in the last step.</summary>
        private int Shortened(int size)
        {
            if (_points.Count < 2) return size;
            GrowthPoint last = _points[^1], before = _points[^2];
            double slope = Math.Max(0.1, Math.Log(last.Milliseconds / before.Milliseconds) / Math.Log((double)last.N / before.N));
            double bearable = last.N * Math.Pow(LastStepMilliseconds / last.Milliseconds, 1 / slope);
            return (int)Math.Clamp(bearable, last.N + 1, size);
        }

        private double Call(long times)
        {
            long before = GC.GetTotalAllocatedBytes(true), start = Stopwatch.GetTimestamp();
            for (long i = 0; i < times; i++) _work();
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            _bytes = (GC.GetTotalAllocatedBytes(true) - before) / (double)times;
            return milliseconds / times;
        }
    }
}
