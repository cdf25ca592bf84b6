using System.Reflection;
using System.Runtime.ExceptionServices;
using Kernel.Protocol;
using Kernel.Session;
using Kernel.Stdio;

const string Usage =
    """
    course-kernel: runs C# cells for Jupyter front ends and for `course run`

      course-kernel --connection FILE  serve a Jupyter front end; the kernelspec starts this
      course-kernel --stdio            serve one session on standard input and output, one JSON value a line
      course-kernel --help | --version
    """;

switch (args)
{
    case ["--connection", string file]:
        return await ServeJupyter(file);
    case ["--stdio"]:
        return await ServeStdio();
    case ["--version"]:
        Console.WriteLine(Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
        return 0;
    case ["--help"] or ["-h"]:
        Console.WriteLine(Usage);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static async Task<int> ServeJupyter(string connectionFile)
{
    KeepAliveOnUnhandled();
    var session = new CSharpSession();
    _ = CSharpSession.WarmUpAsync();
    int code = await JupyterProcess.RunAsync(connectionFile, session);
    // Threads that cells left running must not keep the process.
    Environment.Exit(code);
    return code;
}

static async Task<int> ServeStdio()
{
    var (input, output) = ProtocolStreams.Reserve();
    KeepAliveOnUnhandled();
    var session = new CSharpSession();
    int code = await new StdioHost(session, input, output).RunAsync().ConfigureAwait(false);
    await session.DisposeAsync();
    // Threads that cells left running must not keep the process.
    Environment.Exit(code);
    return code;
}

// An exception on a thread that a cell started would end the kernel and every variable in it.
static void KeepAliveOnUnhandled() => ExceptionHandling.SetUnhandledExceptionHandler(exception =>
{
    Console.Error.WriteLine($"A thread started by a cell ended with {exception}");
    return true;
});
