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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Enter(int method)
    {
        CallRecording? active = Active;
        CallRecorder? recorder = _ofThisThread;
        if (recorder?.Recording != active) _ofThisThread = recorder = active?.NewThread();
        recorder?.Enter(method);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exit()
    {
        if (_ofThisThread is { } recorder && recorder.Recording == Active) recorder.Exit();
    }
}
