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
    private static readonly ConcurrentDictionary<string, string> ByMethod = new();

    /// <summary>True in a process whose kernel stores its cells here.</summary>
    public static bool Available { get; private set; }

    /// <param name="source">The whole cell.</param>
    /// <param name="declaredTypes">Names of the types it declares, nested ones too.</param>
    /// <param name="declaredMethods">Names of the methods that stand in no type.</param>
    public static void Store(string source, IEnumerable<string> declaredTypes, IEnumerable<string> declaredMethods)
    {
        Available = true;
        if (ExerciseLine().Match(source) is { Success: true } match) ByExercise[match.Groups[1].Value] = source;
        foreach (string type in declaredTypes) ByType[type] = source;
        foreach (string method in declaredMethods) ByMethod[method] = source;
    }

    /// <summary>The newest cell that begins with <c>// exercise: id</c>, or null.</summary>
    public static string? ForExercise(string id) => ByExercise.GetValueOrDefault(id);

    /// <summary>The newest cell that declares the type, or null.</summary>
    public static string? ForType(string typeName) => ByType.GetValueOrDefault(typeName);

    /// <summary>The newest cell that declares the method outside all types, or null.</summary>
    public static string? ForMethod(string methodName) => ByMethod.GetValueOrDefault(methodName);

    [GeneratedRegex(@"\A\s*//\s*exercise:\s*([A-Za-z0-9-]+)")]
    private static partial Regex ExerciseLine();
}
