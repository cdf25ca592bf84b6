using System.Diagnostics;
using Course.Profile.Probing;

namespace Course.Profile.Calls;

/// <summary>Turns ticks into rows: takes the probes' cost out and joins the time run with the byte run.</summary>
internal static class CallTable
{
    public const string Outside = "(the profiled call)";

    public static IReadOnlyList<ProfiledMethod> Rows(IReadOnlyList<ProbedMethod> methods, CallSums[,] times, CallSums[,] bytes, CallCosts costs)
    {
        string[] names = [Outside, .. Names(methods)];
        var rows = new List<ProfiledMethod>();
        for (int method = 1; method < names.Length; method++)
        {
            CallSums time = Row(times, method), space = Row(bytes, method);
            if (time.Calls == 0) continue;
            double own = Milliseconds(time.OwnTicks - time.Calls * costs.InsideTicks - time.DirectCalls * costs.OutsideTicks);
            double total = Milliseconds(time.TotalTicks - time.OutermostCalls * costs.InsideTicks - time.CallsBelow * costs.TicksPerCall);
            int of = method;
            rows.Add(new(names[method], methods[method - 1].Line, time.Calls, own, Math.Max(own, total), 0, space.OwnBytes, space.TotalBytes,
                Counts(names, caller => times[of, caller].Calls), Counts(names, callee => times[callee, of].Calls)));
        }
        double all = rows.Sum(row => row.OwnMilliseconds);
        return [.. rows.Select(row => row with { OwnShare = all > 0 ? row.OwnMilliseconds / all : 0 }).OrderByDescending(row => row.OwnMilliseconds)];
    }

    private static CallSums Row(CallSums[,] sums, int method)
    {
        CallSums all = default;
        for (int caller = 0; caller < sums.GetLength(1); caller++) all.Add(sums[method, caller]);
        return all;
    }

    private static IReadOnlyList<CallCount> Counts(string[] names, Func<int, long> calls) =>
        [.. Enumerable.Range(0, names.Length).Select(index => new CallCount(names[index], calls(index))).Where(count => count.Calls > 0).OrderByDescending(count => count.Calls)];

    private static double Milliseconds(double ticks) => Math.Max(0, ticks) * 1000 / Stopwatch.Frequency;

    /// <summary>Methods of one name are told apart by their lines.</summary>
    private static IEnumerable<string> Names(IReadOnlyList<ProbedMethod> methods)
    {
        var shared = methods.CountBy(method => method.Name).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        return methods.Select(method => shared.Contains(method.Name) ? $"{method.Name} (line {method.Line})" : method.Name);
    }
}
