using System.Collections.Concurrent;
using System.Diagnostics;

namespace Grading.Children;

/// <summary>
/// Starts processes on a thread that lasts as long as the program. A sandbox that dies with its parent dies with the parent's
/// <em>thread</em> (PR_SET_PDEATHSIG), and those of the pool end when there is nothing to do.
/// </summary>
internal static class LastingThread
{
    private static readonly BlockingCollection<Action> Starts = [];

    static LastingThread() => new Thread(Serve) { IsBackground = true, Name = "starts processes" }.Start();

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static Process Start(ProcessStartInfo program)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try { started.SetResult(Process.Start(program)!); }
            catch (Exception failure) { started.SetException(failure); }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static void Serve()
    {
        foreach (Action start in Starts.GetConsumingEnumerable()) start();
    }
}
