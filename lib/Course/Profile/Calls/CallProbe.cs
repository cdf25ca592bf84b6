using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Course.Profile.Calls;

/// <summary>What the copies with probes call; of no use to a reader's own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallProbe
{
    [ThreadStatic]
    private static CallRecorder? _ofThisThread;

    /// <summary>The run being recorded; probes that run at another time do nothing.</summary>
    internal static CallRecording? Active;

    /// <returns>How deep the call lies, for its exit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Enter(int method)
    {
        CallRecording? active = Active;
        CallRecorder? recorder = _ofThisThread;
        if (recorder?.Recording != active) _ofThisThread = recorder = active?.NewThread();
        return recorder is null ? 0 : recorder.Enter(method);
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
