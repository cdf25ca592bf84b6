using System.Collections.Concurrent;

namespace Kernel.Session;

/// <summary>Values on their way into a C# variable: the generated declaration takes them from here.</summary>
public static class SharedValues
{
    private static readonly ConcurrentDictionary<long, object?> Waiting = new();
    private static long _last;

    /// <summary>Takes a value out, once.</summary>
    public static object? Take(long ticket) => Waiting.TryRemove(ticket, out object? value) ? value : null;

    internal static long Put(object? value)
    {
        long ticket = Interlocked.Increment(ref _last);
        Waiting[ticket] = value;
        return ticket;
    }
}
