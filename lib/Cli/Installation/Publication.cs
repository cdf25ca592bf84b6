using System.Globalization;
using System.Runtime.InteropServices;

namespace Cli.Installation;

/// <summary>
/// The program and the kernel outside the clone, so that a build or a <c>git clean</c> takes nothing from a running notebook. Every
/// publication has a folder of its own; kernels that still run keep theirs.
/// </summary>
internal static class Publication
{
    private const int Kept = 2;

    private static string Parent =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "csharp-course");

    /// <summary>Publishes from the clone; gives the new folder. Compiled ahead where the SDK can, which halves the time to the first result.</summary>
    /// <exception cref="CommandException">The build failed; the message holds its errors.</exception>
    public static async Task<string> CreateAsync(CourseFolder course, Action<string> say)
    {
        string folder = Path.Combine(Parent, "app-" + DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        string temporary = folder + ".new";
        if (!await TryPublishAsync(course, temporary, readyToRun: true))
        {
            say("The compiler that prepares code ahead is not available here (no network?); the kernel will start a little slower.");
            if (!await TryPublishAsync(course, temporary, readyToRun: false)) throw new CommandException("Publishing failed; see the errors above.");
        }

        Directory.Move(temporary, folder);
        return folder;
    }

    /// <summary>The folder to install a kernel from: a program that `dotnet run` started is published first, any other one is installed as it lies.</summary>
    /// <exception cref="CommandException">The build failed; the message holds its errors.</exception>
    public static async Task<string> OfThisProgramAsync(Action<string> say)
    {
        if (CourseFolder.BuiltHere is not { } course || !AppContext.BaseDirectory.StartsWith(Path.Combine(course.Root, "lib", "Cli"), StringComparison.Ordinal))
            return AppContext.BaseDirectory;
        say("Publishing the kernel …");
        return await CreateAsync(course, say);
    }

    /// <summary>Removes all but the newest publications; one whose files are in use stays until the next setup.</summary>
    public static void RemoveOld()
    {
        foreach (string old in Directory.EnumerateDirectories(Parent, "app-*").OrderDescending(StringComparer.Ordinal).Skip(Kept)) TryDelete(old);
    }

    private static async Task<bool> TryPublishAsync(CourseFolder course, string folder, bool readyToRun)
    {
        TryDelete(folder);
        string artifacts = Directory.CreateTempSubdirectory("course-build-").FullName;
        int code = await Dotnet.RunAsync(course.Root, readyToRun ? null : Console.Error,
            "publish", Path.Combine("lib", "Cli"), "-c", "Release", "-v", "quiet", "--nologo",
            "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", $"-p:PublishReadyToRun={readyToRun}",
            "--artifacts-path", artifacts, "-o", folder);
        TryDelete(artifacts);
        return code == 0;
    }

    private static void TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In use, on Windows.
        }
    }
}
