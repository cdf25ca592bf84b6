using System.Text.RegularExpressions;

namespace Course.Profile.Sampling;

/// <summary>
/// Tells a waiting thread from a running one by the innermost method. The runtime's own mark says only whether a thread was in
/// .NET code, which idle pool threads are too, and which a thread inside a native library is not.
/// </summary>
internal static partial class Waits
{
    /// <summary>Less of a processor than this, and whatever the stacks say the thread waited.</summary>
    public const double LeastShareOfRunningThread = 0.005;

    /// <param name="fullName">The innermost method as the runtime names it.</param>
    public static bool IsWait(string fullName) => Waiting().IsMatch(fullName);

    /// <summary>Where the runtime holds a thread that it asked to stop: the thread looks there for such a request.</summary>
    public static bool IsForTheSampler(string fullName) =>
        fullName.StartsWith("System.Threading.Thread.PollGC", StringComparison.Ordinal) || fullName.StartsWith("System.Threading.Thread.<PollGC>", StringComparison.Ordinal);

    // Locks, sleeps, events and the thread pool's search for work; then the system calls that block.
    [GeneratedRegex(@"^System\.Threading\.(Monitor\.|WaitHandle\.|Thread\.(Sleep|Join|UninterruptibleSleep)|Lock\.|LowLevel|WaitSubsystem|Condition\.|SpinWait\.|" +
        @"ManualResetEventSlim\.|SemaphoreSlim\.|Semaphore|PortableThreadPool|TimerQueue|ThreadPoolWorkQueue\.Dequeue|Wait)|" +
        @"^Interop\+\w+\.(Poll|Select|EPoll|Wait|Accept|Receive|Recv|Read|Connect|SleepEx|Sleep|NtRemoveIoCompletion|GetQueuedCompletionStatus|SetEvent|ReleaseSemaphore)|" +
        @"^System\.Net\.Sockets\.SocketAsyncEngine|^System\.Diagnostics\.Tracing\.EventPipeEventDispatcher")]
    private static partial Regex Waiting();
}
