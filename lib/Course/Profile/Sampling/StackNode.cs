using Course.Profile.Events;

namespace Course.Profile.Sampling;

/// <summary>A call in the tree of all sampled stacks: the same callers above it, its callees below.</summary>
public sealed class StackNode(string method, string module)
{
    private readonly Dictionary<(string, string), StackNode> _children = [];
    private readonly Dictionary<SourceLine, double> _lines = [];

    public string Method { get; } = method;

    public string Module { get; } = module;

    /// <summary>Milliseconds at work in this very call, not in its callees.</summary>
    public double OwnRunningMilliseconds { get; private set; }

    public double OwnWaitingMilliseconds { get; private set; }

    public IReadOnlyCollection<StackNode> Children => _children.Values;

    /// <summary>Milliseconds at each line of the method, callees included.</summary>
    public IReadOnlyDictionary<SourceLine, double> Lines => _lines;

    public double RunningMilliseconds => OwnRunningMilliseconds + _children.Values.Sum(child => child.RunningMilliseconds);

    public double WaitingMilliseconds => OwnWaitingMilliseconds + _children.Values.Sum(child => child.WaitingMilliseconds);

    internal StackNode Child(Frame frame) => Child(frame.Method, frame.Module);

    internal void Add(double milliseconds, bool running)
    {
        if (running) OwnRunningMilliseconds += milliseconds;
        else OwnWaitingMilliseconds += milliseconds;
    }

    internal void AddLine(SourceLine line, double milliseconds) => _lines[line] = _lines.GetValueOrDefault(line) + milliseconds;

    /// <summary>Adds another tree of the same method; with <paramref name="onlyWaiting"/> all its time counts as waiting.</summary>
    internal void Merge(StackNode other, bool onlyWaiting)
    {
        if (onlyWaiting)
        {
            OwnWaitingMilliseconds += other.OwnRunningMilliseconds + other.OwnWaitingMilliseconds;
        }
        else
        {
            OwnRunningMilliseconds += other.OwnRunningMilliseconds;
            OwnWaitingMilliseconds += other.OwnWaitingMilliseconds;
            foreach ((SourceLine line, double milliseconds) in other._lines) AddLine(line, milliseconds);
        }
        foreach (StackNode child in other._children.Values) Child(child.Method, child.Module).Merge(child, onlyWaiting);
    }

    private StackNode Child(string method, string module)
    {
        if (_children.TryGetValue((method, module), out StackNode? known)) return known;
        return _children[(method, module)] = new StackNode(method, module);
    }
}
