using Course.Profile.Events;

namespace Course.Profile.Sampling;

/// <summary>Adds up a tree of calls by method.</summary>
internal static class MethodTimes
{
    private sealed class Sum
    {
        public double Own, Total, Waiting;
        public Dictionary<SourceLine, double> Lines { get; } = [];
    }

    /// <summary>Most own time first.</summary>
    public static IReadOnlyList<MethodTime> Of(StackNode root)
    {
        Dictionary<(string, string), Sum> sums = [];
        HashSet<(string, string)> above = [];
        foreach (StackNode child in root.Children) Add(child, sums, above);
        return
        [
            .. sums.Select(each => new MethodTime(each.Key.Item1, each.Key.Item2, Time(each.Value.Own), Time(each.Value.Total), Time(each.Value.Waiting),
                    each.Value.Lines.Count > 0 ? each.Value.Lines.MaxBy(line => line.Value).Key : null))
                .OrderByDescending(method => method.Own).ThenByDescending(method => method.Total).ThenByDescending(method => method.Waiting)
                .ThenBy(method => method.Method, StringComparer.Ordinal),
        ];
    }

    private static (double Running, double Waiting) Add(StackNode node, Dictionary<(string, string), Sum> sums, HashSet<(string, string)> above)
    {
        (string, string) key = (node.Method, node.Module);
        bool outermost = above.Add(key);
        (double running, double waiting) = (node.OwnRunningMilliseconds, node.OwnWaitingMilliseconds);
        foreach (StackNode child in node.Children)
        {
            (double below, double belowWaiting) = Add(child, sums, above);
            running += below;
            waiting += belowWaiting;
        }
        if (!sums.TryGetValue(key, out Sum? sum)) sums[key] = sum = new Sum();
        sum.Own += node.OwnRunningMilliseconds;
        foreach ((SourceLine line, double milliseconds) in node.Lines) sum.Lines[line] = sum.Lines.GetValueOrDefault(line) + milliseconds;
        if (!outermost) return (running, waiting);
        sum.Total += running;
        sum.Waiting += waiting;
        above.Remove(key);
        return (running, waiting);
    }

    private static TimeSpan Time(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
