using System.Reflection;

namespace Course.Measure;

/// <summary>Times of code that the compiler was told not to optimise say nothing; this says so, in the table and above it.</summary>
internal static class OptimizationWarning
{
    /// <summary>For a table's note; null for code that may be optimised.</summary>
    public static string? For(MethodInfo method) =>
        !JitSettings.IsOptimized(method.Module.Assembly) ? "NOT OPTIMISED: compiled for debugging, build it with -c Release"
        : !JitSettings.IsOptimized(typeof(OptimizationWarning).Assembly) ? "NOT OPTIMISED: the course library was built without -c Release"
        : null;

    /// <summary>Writes a line to the error stream, which a notebook shows below the cell, when any of the works is not optimised.</summary>
    public static void Show(IEnumerable<(string Label, Action Work)> forms)
    {
        string[] labels = [.. forms.Where(form => For(form.Work.Method) is not null).Select(form => $"'{form.Label}'")];
        if (labels.Length > 0)
            Console.Error.WriteLine($"Warning: {string.Join(", ", labels)} {(labels.Length == 1 ? "is" : "are")} not optimised, so the times below do not count. "
                + "Leave #!debug out, or build with -c Release.");
    }
}
