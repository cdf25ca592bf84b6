using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kernel.Stdio;

/// <summary>
/// Standard input and output kept for the protocol: code of cells, native libraries and the programs they start then find an empty
/// input, and standard error in the place of standard output.
/// </summary>
internal static partial class ProtocolStreams
{
    public static (Stream Input, Stream Output) Reserve() => OperatingSystem.IsWindows() ? OnWindows() : OnUnix();

    private static (Stream, Stream) OnUnix()
    {
        // 1030 and 67: F_DUPFD_CLOEXEC on Linux and macOS. Without close-on-exec, child processes would inherit the copies.
        int duplicate = OperatingSystem.IsMacOS() ? 67 : 1030;
        int input = Fcntl(0, duplicate, 3), output = Fcntl(1, duplicate, 3);
        if (input < 0 || output < 0) throw new IOException($"Standard input or output is closed (errno {Marshal.GetLastPInvokeError()}).");
        using (SafeFileHandle nothing = File.OpenHandle("/dev/null"))
            _ = Dup2((int)nothing.DangerousGetHandle(), 0);
        _ = Dup2(2, 1);
        return (new FileStream(new SafeFileHandle(input, true), FileAccess.Read, 0), new FileStream(new SafeFileHandle(output, true), FileAccess.Write, 0));
    }

    private static (Stream, Stream) OnWindows()
    {
        const int Input = -10, Output = -11, Error = -12;
        const uint Inherit = 1;
        nint input = GetStdHandle(Input), output = GetStdHandle(Output);
        SetHandleInformation(input, Inherit, 0);
        SetHandleInformation(output, Inherit, 0);
        SetStdHandle(Input, 0);
        SetStdHandle(Output, GetStdHandle(Error));
        return (new FileStream(new SafeFileHandle(input, true), FileAccess.Read, 0), new FileStream(new SafeFileHandle(output, true), FileAccess.Write, 0));
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Fcntl(int file, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Dup2(int from, int to);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int which, nint handle);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetHandleInformation(nint handle, uint mask, uint flags);
}
