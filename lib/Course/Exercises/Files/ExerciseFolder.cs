using System.Text.RegularExpressions;

namespace Course.Exercises.Files;

/// <summary>The files of one exercise: notebooks/exercises/&lt;id&gt;.</summary>
public sealed partial class ExerciseFolder
{
    private ExerciseFolder(string path, string id) => (Path, Id) = (path, id);

    public string Path { get; }

    public string Id { get; }

    public ExerciseFile File => field ??= ExerciseFile.Read(In("exercise.json"));

    public string Starter => Text("Starter.cs");

    public string Solution => Text("Solution.cs");

    public string Explanation => Text("Solution.md");

    public string Naive => Text("Naive.cs");

    /// <summary>False in a learner's copy: solution and naive form lie with the instructor.</summary>
    public bool HasForms => System.IO.File.Exists(In("Solution.cs")) && System.IO.File.Exists(In("Naive.cs"));

    /// <summary>Mistakes that the checks must find. The first line of each is <c>// fails: criterion</c>.</summary>
    public IEnumerable<(string Name, string Criterion, string Source)> Wrong =>
        !Directory.Exists(In("wrong")) ? [] : Directory.EnumerateFiles(In("wrong"), "*.cs").Order(StringComparer.Ordinal).Select(file =>
        {
            string source = System.IO.File.ReadAllText(file), name = System.IO.Path.GetFileNameWithoutExtension(file);
            Match fails = Fails().Match(source);
            return fails.Success ? (name, fails.Groups[1].Value, source) : throw new InvalidDataException($"{file} begins with a line such as: // fails: correct");
        });

    /// <param name="number">1, 2 or 3.</param>
    public string Hint(int number) => Text(System.IO.Path.Combine("hints", $"{number}.md"));

    /// <summary>The ids of all exercises, in the notebooks' order.</summary>
    /// <param name="notebooks">The course's notebooks folder.</param>
    public static IReadOnlyList<string> Ids(string notebooks) =>
    [
        .. Directory.EnumerateFiles(Exercises(notebooks), "exercise.json", SearchOption.AllDirectories).Select(file => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)!))
            .OrderBy(id => new ExerciseFolder(System.IO.Path.Combine(Exercises(notebooks), id), id).File.Notebook, StringComparer.Ordinal).ThenBy(id => id, StringComparer.Ordinal),
    ];

    /// <param name="notebooks">The course's notebooks folder.</param>
    /// <exception cref="ArgumentException">Not an id, or no such exercise; the message names those there are.</exception>
    public static ExerciseFolder Find(string notebooks, string id)
    {
        if (IdForm().IsMatch(id) && Directory.Exists(System.IO.Path.Combine(Exercises(notebooks), id))) return new(System.IO.Path.Combine(Exercises(notebooks), id), id);
        throw new ArgumentException($"There is no exercise '{(id.Length > 60 ? id[..60] : id)}'. The exercises are: {string.Join(", ", Ids(notebooks))}.");
    }

    /// <summary>True for the starter as it was handed out, however its lines end.</summary>
    public bool IsStarter(string source) => Plain(source) == Plain(Starter);

    public static bool IsId(string text) => IdForm().IsMatch(text);

    private static string Plain(string source) => string.Join('\n', source.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    private static string Exercises(string notebooks) => System.IO.Path.Combine(notebooks, "exercises");

    private string In(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="InvalidDataException">A learner's copy does not hold the file.</exception>
    private string Text(string name) => System.IO.File.Exists(In(name))
        ? System.IO.File.ReadAllText(In(name)).ReplaceLineEndings("\n")
        : throw new InvalidDataException($"There is no {name} for the exercise {Id} in this copy of the course; your instructor has it.");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A// fails: ([a-z]+)\s")]
    private static partial Regex Fails();
}
