using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Display;

/// <summary>
/// The text of every cell that ran or failed to compile in this process, newest last. The kernel stores it; exercises and
/// line profiles read it, because no kernel can see which cell a type or a method came from.
/// </summary>
public static partial class CellSources
{
    private static readonly ConcurrentDictionary<string, string> ByExercise = new();
    private static readonly ConcurrentDictionary<string, string> ByType = new();

    /// <summary>True in a process whose kernel stores its cells here.</summary>
    public static bool Available { get; private set; }

    public static void Store(string source, IEnumerable<string> declaredTypes)
    {
        Available = true;
        if (ExerciseLine().Match(source) is { Success: true } match) ByExercise[match.Groups[1].Value] = source;
        foreach (string type in declaredTypes) ByType[type] = source;
    }

    /// <summary>The newest cell that begins with <c>// exercise: id</c>, or null.</summary>
    public static string? ForExercise(string id) => ByExercise.GetValueOrDefault(id);

    /// <summary>The newest cell that declares the type, or null.</summary>
    public static string? ForType(string typeName) => ByType.GetValueOrDefault(typeName);

    [GeneratedRegex(@"\A\s*//\s*exercise:\s*([A-Za-z0-9-]+)")]
    private static partial Regex ExerciseLine();
}
