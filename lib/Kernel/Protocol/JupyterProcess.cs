using System.Runtime.InteropServices;
using Kernel.Session;

namespace Kernel.Protocol;

/// <summary>The kernel as a front end starts it: reads the connection file, serves until told to stop or until the front end dies.</summary>
public static class JupyterProcess
{
    private static readonly TimeSpan SessionEndLimit = TimeSpan.FromSeconds(2);

    /// <returns>The exit code: 0 after a shutdown request, 1 where the kernel could not start.</returns>
    public static async Task<int> RunAsync(string connectionPath, ISession session)
    {
        // Taken before any cell can redirect the console: this is the terminal of the Jupyter server.
        TextWriter terminal = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        void Log(string line) => terminal.WriteLine($"[course-kernel] {line}");

        KernelServer server;
        try
        {
            server = new KernelServer(ConnectionFile.Read(connectionPath), session, Log);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException or UnauthorizedAccessException
            or System.Net.Sockets.SocketException)
        {
            Log($"cannot start: {e.Message}");
            return 1;
        }

        using PosixSignalRegistration signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            server.Interrupt();
        });
        using ParentWatch parent = new(server.Stop);
        await server.RunAsync();
        await server.DisposeAsync();
        await Task.WhenAny(session.DisposeAsync().AsTask(), Task.Delay(SessionEndLimit));
        return 0;
    }
}
