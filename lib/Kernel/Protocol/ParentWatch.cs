using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kernel.Protocol;

/// <summary>
/// Notices that the front end which started this kernel is gone. On Unix an orphan is given to another parent in the moment its own
/// one dies (asking whether the old id still lives would be fooled by a zombie); on Windows Jupyter passes a handle of the parent.
/// </summary>
public sealed partial class ParentWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Timer _timer;
    private readonly Func<bool> _parentGone;

    public ParentWatch(Action onGone)
    {
        _parentGone = OperatingSystem.IsWindows() ? WindowsCheck() : UnixCheck();
        _timer = new Timer(_ =>
        {
            if (_parentGone()) onGone();
        }, null, Interval, Interval);
    }

    public void Dispose() => _timer.Dispose();

    private static Func<bool> UnixCheck()
    {
        int parent = GetParentId();
        return () => GetParentId() != parent;
    }

    private static Func<bool> WindowsCheck()
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out long handle)) return () => false;
        ManualResetEvent parent = new(false) { SafeWaitHandle = new SafeWaitHandle((nint)handle, ownsHandle: true) };
        return () => parent.WaitOne(0);
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParentId();
}
