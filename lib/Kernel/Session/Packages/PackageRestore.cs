using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Kernel.Session.Packages;

/// <summary>
/// Restores packages through the SDK, as a project would: a project file in a temporary folder, <c>dotnet restore</c>, and the
/// assemblies that NuGet chose from <c>project.assets.json</c>. Packages in the user's cache need no network.
/// </summary>
internal sealed class PackageRestore
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly List<PackageReference> _packages = [];
    private readonly List<string> _sources = [];

    /// <summary>Adds a source for later packages, the argument of <c>#i</c>.</summary>
    public void AddSource(string source) => _sources.Add(source);

    /// <summary>Restores a package together with those asked for earlier, so that they agree on common dependencies.</summary>
    /// <param name="progress">Receives a line now and then.</param>
    /// <returns>The assemblies to reference, and the native libraries they call.</returns>
    /// <exception cref="PackageRestoreException">With what NuGet said.</exception>
    public RestoredFiles Restore(PackageReference package, Action<string> progress, CancellationToken stop)
    {
        List<PackageReference> wanted = [.. _packages.Where(earlier => !earlier.Name.Equals(package.Name, StringComparison.OrdinalIgnoreCase)), package];
        string folder = Directory.CreateTempSubdirectory("course-packages-").FullName;
        try
        {
            new XDocument(ProjectOf(wanted)).Save(Path.Combine(folder, "cell.csproj"));
            // Settings of folders above must not reach the temporary project.
            foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
                File.WriteAllText(Path.Combine(folder, name), "<Project />");
            progress($"Restoring {package.Name} {package.Version}…");
            try { Run(folder, package, progress, stop); }
            catch (PackageRestoreException) when (package.Version.Length == 0 && NewestInCache(package.Name) is { } cached)
            {
                return Restore(package with { Version = cached }, progress, stop);
            }
            RestoredFiles files = FilesIn(Path.Combine(folder, "obj", "project.assets.json"), package.Name);
            _packages.Clear();
            _packages.AddRange(wanted);
            return files;
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>Without a network nobody knows the newest version; the newest one here will do.</summary>
    private static string? NewestInCache(string name)
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string folder = Path.Combine(cache, name.ToLowerInvariant());
        return !Directory.Exists(folder) ? null : Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!)
            .Where(version => Version.TryParse(version, out _)).OrderBy(Version.Parse).LastOrDefault();
    }

    private XElement ProjectOf(List<PackageReference> packages)
    {
        var properties = new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            // With the machine's own identifier NuGet chooses the native libraries and platform builds too.
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("NuGetAudit", "false"));
        if (_sources.Count > 0) properties.Add(new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources)));
        return new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), properties,
            new XElement("ItemGroup", packages.Select(package => new XElement("PackageReference",
                new XAttribute("Include", package.Name), new XAttribute("Version", package.Version.Length > 0 ? package.Version : "*")))));
    }

    private static void Run(string folder, PackageReference package, Action<string> progress, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in new[] { "restore", "cell.csproj", "-v", "minimal", "-nodeReuse:false" }) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        List<string> said = [];
        Process process;
        try { process = Process.Start(start)!; }
        catch (Win32Exception) { throw new PackageRestoreException("Packages are restored through the .NET SDK, and there is no `dotnet` on the PATH. Install the SDK."); }
        using (process)
        using (stop.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.StandardInput.Close();
            process.OutputDataReceived += (_, line) => Hear(line.Data);
            process.ErrorDataReceived += (_, line) => Hear(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            long began = Stopwatch.GetTimestamp();
            while (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                if (Stopwatch.GetElapsedTime(began) > Limit) process.Kill(entireProcessTree: true);
                progress($"Still restoring {package.Name} after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s…");
            }
            process.WaitForExit();
            stop.ThrowIfCancellationRequested();
            if (process.ExitCode == 0) return;
        }
        lock (said)
            throw new PackageRestoreException($"{package.Name} {package.Version} cannot be restored. {Reason(said)}");

        void Hear(string? line)
        {
            if (line is not null) lock (said) said.Add(line);
        }
    }

    /// <summary>NuGet's own errors, without the path of the temporary project.</summary>
    private static string Reason(List<string> said)
    {
        var errors = said.Select(line => line.IndexOf("error ", StringComparison.Ordinal) is >= 0 and var at ? line[at..].Split(" [")[0] : "").Where(text => text.Length > 0).Distinct().ToList();
        string text = string.Join('\n', errors.Count > 0 ? errors : said.TakeLast(5));
        return text.Contains("NU1301", StringComparison.Ordinal)
            ? $"{text}\nWithout a network only packages in the local cache can be used: ask for a version that is there."
            : text;
    }

    private static RestoredFiles FilesIn(string assetsFile, string package)
    {
        JsonObject assets = JsonNode.Parse(File.ReadAllText(assetsFile))!.AsObject();
        string[] roots = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        JsonObject libraries = assets["libraries"]!.AsObject();
        JsonObject targets = assets["targets"]!.AsObject();
        JsonObject chosen = (targets.FirstOrDefault(target => target.Key.Contains('/')).Value ?? targets.First().Value)!.AsObject();
        string version = chosen.Select(library => library.Key.Split('/')).First(key => key[0].Equals(package, StringComparison.OrdinalIgnoreCase))[1];
        return new(version, Files("runtime", ".dll"), Files("native", ""));

        IReadOnlyList<string> Files(string kind, string end) =>
        [
            .. from library in chosen
               let path = libraries[library.Key]?["path"]?.GetValue<string>()
               where path is not null
               from file in library.Value![kind]?.AsObject().Select(file => file.Key) ?? []
               where file.EndsWith(end, StringComparison.OrdinalIgnoreCase)
               let found = roots.Select(root => Path.Combine(root, path, file)).FirstOrDefault(File.Exists)
               where found is not null
               select found,
        ];
    }
}
