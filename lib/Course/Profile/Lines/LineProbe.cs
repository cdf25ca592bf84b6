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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Enter(int line)
    {
        LineRecording? active = Active;
        LineRecorder? recorder = _ofThisThread;
        if (recorder?.Recording != active) _ofThisThread = recorder = active?.NewThread();
        recorder?.Enter(line);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exit()
    {
        if (_ofThisThread is { } recorder && recorder.Recording == Active) recorder.Exit();
    }
}
