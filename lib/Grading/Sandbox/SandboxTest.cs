using System.Net;
using System.Net.Sockets;
using Grading.Children;
using Grading.Compiling;
using Grading.Judging;
using Judged;

namespace Grading.Sandbox;

/// <summary>The first act of grading: a probe that must fail to do what judged code must not do.</summary>
public static class SandboxTest
{
    /// <summary>How the sentence begins where the sandbox cannot be started at all.</summary>
    public const string DidNotRun = "the probe did not run";

    private const string Planted = "COURSE_PROBE";
    private const int Forks = 200;

    /// <summary>Empty when the sandbox holds; otherwise what went wrong, as a sentence.</summary>
    public static string Fault(ILauncher launcher)
    {
        string folder = Directory.CreateTempSubdirectory("course-probe").FullName, secret = Path.Combine(folder, "secret.txt");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        try
        {
            File.WriteAllText(secret, "planted");
            Environment.SetEnvironmentVariable(Planted, "planted");
            listener.Start();
            using var compiler = new CompilerClient(launcher);
            CompiledAnswer probe = compiler.Compile(Source(), []);
            if (probe.Image is not { } image) return $"the probe did not compile: {probe.Errors[0]}";
            if (probe.Forbidden.Count == 0) return "the allow-list let the probe pass.";
            using var child = JudgedChild.Start(launcher, image, "Probe.Try", new ChildLimits(TimeSpan.FromSeconds(20), 256 << 20, 64));
            child.Take([secret, ((IPEndPoint)listener.LocalEndpoint).Port, Forks], counted: false);
            return child.Run(new RunOptions(1)).Result is string[] could
                ? could.Length == 0 ? "" : $"judged code could {string.Join(", ", could)}."
                : "the probe gave no answer.";
        }
        catch (ChildEndedException ended)
        {
            return $"{DidNotRun}: {(ended.Said.Length > 0 ? ended.Said : ended.Message).TrimEnd('.')}.";
        }
        catch (JudgedThrewException threw)
        {
            return $"{DidNotRun}: {threw.Message.TrimEnd('.')}.";
        }
        finally
        {
            Environment.SetEnvironmentVariable(Planted, null);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Source()
    {
        using var reader = new StreamReader(typeof(SandboxTest).Assembly.GetManifestResourceStream("SandboxProbe")!);
        return reader.ReadToEnd();
    }
}
