using System.Reflection;
using Course.Measure;
using Python;

namespace Course.Patterns;

/// <summary>
/// The Python forms of the slow patterns: their text, which notebooks show and run in a <c>#!python</c> cell, and how each is called.
/// They are timed inside Python by the same rounds, sizes and limit as <see cref="Growth.Over"/>, so that the pipe to it costs nothing.
/// </summary>
public static class PythonForms
{
    public static IReadOnlyList<PythonForm> Squares { get; } =
    [
        Of("Python loop", "squares_loop", "list(range(n))"), Of("Python comprehension", "squares_comprehension", "list(range(n))"),
        Of("Python map", "squares_map", "list(range(n))"), Of("NumPy", "squares_numpy", "np.arange(n)", "numpy"),
    ];

    public static IReadOnlyList<PythonForm> Lookup { get; } = [new("Python list", "prepare_list"), new("Python set", "prepare_set")];

    public static IReadOnlyList<PythonForm> Joined { get; } =
        [Of("Python +=", "joined_plus", Parts), Of("Python join", "joined_join", Parts)];

    public static IReadOnlyList<PythonForm> Hoisted { get; } = [Of("Python global", "roots_global", "n"), Of("Python local", "roots_local", "n")];

    public static IReadOnlyList<PythonForm> Rows { get; } =
        [Of("pandas apply", "rows_apply", "table(n)", "pandas"), Of("pandas columns", "rows_columns", "table(n)", "pandas")];

    public static IReadOnlyList<PythonForm> Distances { get; } =
        [Of("Python, point by point", "distances_loop", "[(i % 7, i % 5) for i in range(n)]"), Of("NumPy, whole array", "distances_numpy", "np.ones((n, 2))", "numpy")];

    private const string Parts = "[f'item_{i}' for i in range(n)]";

    /// <summary>The text of <c>squares</c>, <c>lookup</c>, <c>joined</c>, <c>hoisted</c>, <c>rows</c> or <c>distances</c>, as the notebook's Python cell has it.</summary>
    /// <exception cref="ArgumentException">There is no such text.</exception>
    public static string Source(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"source/{name}.py")
            ?? throw new ArgumentException($"No Python source is called '{name}'.", nameof(name));
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// Times what the process <see cref="PythonProcess.Shared"/> knows under the forms' names, which a <c>#!python</c> cell defined. Where
    /// Python, or a module that a form needs, is missing, the recorded curve takes its place and its label says where it was recorded.
    /// </summary>
    /// <param name="results">The course's folder of recorded runs, <c>data/results</c>.</param>
    public static GrowthCurves Over(int smallest, int largest, IEnumerable<PythonForm> forms, string results = "../data/results")
    {
        PythonForm[] all = [.. forms];
        var live = PythonInterpreter.Find() is null ? [] : Live(smallest, largest, [.. all.Where(form => Has(form.Module))]).ToDictionary(curve => curve.Label);
        RecordedGrowth? recorded = all.All(form => live.ContainsKey(form.Label)) ? null : RecordedGrowth.Find(results);
        return new GrowthCurves(all.Select(form => live.GetValueOrDefault(form.Label) ?? recorded?.Curve(form.Label)).OfType<GrowthCurve>());
    }

    /// <summary>Defines the forms of this name in the process, as running the notebook's Python cell does.</summary>
    public static void Define(string name) => PythonProcess.Shared.Run(Source(name) + "\nNone");

    private static IEnumerable<GrowthCurve> Live(int smallest, int largest, PythonForm[] forms)
    {
        if (forms.Length == 0) return [];
        Define("growth");
        string list = string.Join(", ", forms.Select(form => $"('{form.Label}', {form.Prepare})"));
        PythonProcess.Shared.Run($"course_curves = course_growth([{list}], {smallest}, {largest})");
        return PythonProcess.Shared.Get("course_curves")!.AsArray().Select(curve => new GrowthCurve(curve![0]!.GetValue<string>(),
            [.. curve[1]!.AsArray().Select(point => new GrowthPoint((int)point![0]!.GetValue<double>(), 1e3 * point[1]!.GetValue<double>(),
                1e3 * point[2]!.GetValue<double>(), 1e3 * point[3]!.GetValue<double>(), 0))], curve[2]!.GetValue<bool>()));
    }

    private static bool Has(string module)
    {
        if (module.Length == 0) return true;
        try
        {
            PythonProcess.Shared.Run($"import {module}\nNone");
            return true;
        }
        catch (PythonException)
        {
            return false;
        }
    }

    private static PythonForm Of(string label, string function, string input, string module = "") =>
        new(label, $"lambda n: (lambda x: lambda: {function}(x))({input})", module);
}
