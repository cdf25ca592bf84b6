using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Course.Tests.Architecture;

/// <summary>Data flows one way: each room uses the rooms below it and no other.</summary>
public partial class ArrowsTests
{
    /// <summary>Room to the rooms it may use. Rooms of lib/Course carry their folder's name, the others their project's.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Display"] = [],
        ["Judged"] = [],
        ["Python"] = [],
        ["Notebooks"] = ["Display"],
        ["Images"] = [],
        ["Traces"] = ["Images"],
        ["Blur"] = ["Images"],
        ["Caches"] = ["Traces"],
        ["Measure"] = [],
        ["Profile"] = ["Measure", "Display"],
        ["Patterns"] = ["Images", "Blur", "Measure", "Python"],
        ["Scenes"] = ["Images", "Traces", "Caches"],
        ["Charts"] = ["Display"],
        ["Widgets"] = ["Scenes", "Display"],
        ["Exercises"] = ["Images", "Blur", "Traces", "Caches", "Measure", "Charts", "Widgets", "Display"],
        ["Kernel"] = ["Display", "Python"],
        ["Checks"] = ["Traces", "Caches", "Judged"],
        ["Grading"] = ["Checks", "Exercises", "Traces", "Caches", "Notebooks", "Judged"],
    };

    private static readonly string[] Projects = ["Display", "Judged", "Python", "Notebooks", "Kernel", "Checks", "Grading"];

    public static TheoryData<string, string> Rooms()
    {
        var rooms = new TheoryData<string, string>();
        foreach (string folder in Directory.GetDirectories(Path.Combine(Repository.Root, "lib")).Select(Path.GetFileName).OfType<string>())
            if (Projects.Contains(folder)) rooms.Add(folder, $"lib/{folder}");
        foreach (string room in Directory.GetDirectories(Path.Combine(Repository.Root, "lib/Course")).Select(Path.GetFileName).OfType<string>())
            if (room is not ("bin" or "obj") && Repository.CSharpFiles($"lib/Course/{room}").Any()) rooms.Add(room, $"lib/Course/{room}");
        return rooms;
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_it_may(string room, string folder)
    {
        Assert.True(Allowed.ContainsKey(room), $"{folder} is not in the table of rooms.");
        foreach (string file in Repository.CSharpFiles(folder))
            foreach (string used in RoomsNamedIn(File.ReadAllText(file)).Where(used => used != room))
                Assert.True(Allowed[room].Contains(used), $"{Path.GetRelativePath(Repository.Root, file)} uses {used}; {room} may use only: {string.Join(", ", Allowed[room])}.");
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Namespaces_equal_folders(string room, string folder)
    {
        string prefix = folder.StartsWith("lib/Course/", StringComparison.Ordinal) ? "Course." : "";
        foreach (string file in Repository.CSharpFiles(folder))
        {
            if (DeclaredNamespace().Match(File.ReadAllText(file)) is not { Success: true } declared) continue;
            string below = Path.GetRelativePath(Path.Combine(Repository.Root, folder), Path.GetDirectoryName(file)!);
            string expected = prefix + room + (below == "." ? "" : "." + below.Replace(Path.DirectorySeparatorChar, '.'));
            Assert.True(declared.Groups[1].Value == expected, $"{Path.GetRelativePath(Repository.Root, file)} declares {declared.Groups[1].Value}, its folder says {expected}.");
        }
    }

    [Fact]
    public void Projects_reference_only_what_their_rooms_may_use()
    {
        foreach (string project in Projects.Where(name => Directory.Exists(Path.Combine(Repository.Root, "lib", name))))
            foreach (string reference in References(project))
                Assert.True(Allowed[project].Contains(reference) || (reference == "Course" && project is "Checks" or "Grading"), $"{project} references {reference}.");
        Assert.Subset(new HashSet<string> { "Display", "Judged", "Python" }, References("Course").ToHashSet());
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, "lib", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> RoomsNamedIn(string source)
    {
        string code = Comment().Replace(source, "");
        return Using().Matches(code).Concat(Qualified().Matches(code)).Select(match => match.Groups[1].Value).Where(Allowed.ContainsKey).Distinct();
    }

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:Course\.)?(\w+)[.;]")]
    private static partial Regex Using();

    [GeneratedRegex(@"\bCourse\.(\w+)\.")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();
}
