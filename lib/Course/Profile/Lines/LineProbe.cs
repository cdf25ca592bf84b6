using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Course.Profile.Lines;

/// <summary>What the copies with probes call; of no use to a reader's own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LineProbe
{
    [ThreadStatic]
    private static LineRecorder? _ofThisThread;

    /// <summary>The run being recorded; probes that run at another time do nothing.</summary>
    internal static LineRecording? Active;

    /// <summary>The line begins. True, so that it can stand in a condition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool At(int line)
    {
        if (_ofThisThread is { } recorder && recorder.Recording == Active) recorder.GoTo(line, 1);
        return true;
    }

    /// <summary>What follows belongs to the line, which is not counted once more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mark(int line)
    {
        if (_ofThisThread is { } recorder && recorder.Recording == Active) recorder.GoTo(line, 0);
    }

    /// <returns>How deep the call lies, for its exit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Enter(int line)
    {
        LineRecording? active = Active;
        LineRecorder? recorder = _ofThisThread;
        if (recorder?.Recording != active) _ofThisThread = recorder = active?.NewThread();
        return recorder is null ? 0 : recorder.Enter(line);
    }

    /// <summary>The call at the depth ends, and with it those inside it that an exception has left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exit(int depth)
    {
        if (_ofThisThread is { } recorder && recorder.Recording == Active) recorder.ExitTo(depth - 1);
    }

    /// <summary>The same on the way of a value that the call returns.</summary>
    // Never inlined: the value would live on across the call of Exit, and the compiler would keep it in memory in the loop that makes it.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T Exit<T>(int depth, T value) where T : allows ref struct
    {
        Exit(depth);
        return value;
    }

    /// <summary>An exception was caught in the call at the depth: those inside it have ended.</summary>
    public static void Unwind(int depth)
    {
        if (_ofThisThread is { } recorder && recorder.Recording == Active) recorder.ExitTo(depth);
    }
}
