using System.Text.RegularExpressions;
using Display;
using Microsoft.CodeAnalysis;

namespace Course.Profile.Probing;

/// <summary>A piece of code of a cell, compiled once more together with probed copies of whatever cells declare and it can reach.</summary>
internal static partial class CellProgram
{
    private const int MostAttempts = 8;

    /// <param name="code">The text of a lambda or of a method's name, as it stands in the cell.</param>
    /// <param name="probes">Made anew for each attempt, with the notes it may add to.</param>
    /// <returns>The work, ready to be called, and the probes that it carries.</returns>
    /// <exception cref="ProfileException">The text of the cells cannot be had or cannot be compiled with probes.</exception>
    public static (Action Work, T Probes) Compile<T>(string code, Func<List<string>, T> probes, List<string> notes) where T : IProbes
    {
        if (!CellEvaluator.Available || !CellSources.Available)
            throw new ProfileException("This profiler works on the text of cells, which only the course's own kernel hands out. Choose that kernel, or put the code "
                + "into a file and run: course profile calls FILE.cs");
        var kept = new HashSet<string>();
        for (int attempt = 1; ; attempt++)
        {
            List<string> found = [];
            T each = probes(found);
            var closure = new CellClosure(code, kept);
            string text = Text(closure, code, each);
            try
            {
                var work = (Action)CellEvaluator.Evaluate(text)!;
                notes.AddRange(found);
                return (work, each);
            }
            catch (CellTextException failed)
            {
                string[] madeBefore = [.. closure.Types.Where(type => IsMismatch(failed.Message, type))];
                if (madeBefore.Length == 0 || attempt == MostAttempts)
                    throw new ProfileException($"The copy with probes does not compile. Code inside the profiled call may use what cells declare, not local variables around it.\n{failed.Message}");
                foreach (string type in madeBefore.Where(kept.Add))
                    notes.Add($"{type} is not measured: the call uses objects of it that were made before. To measure it too, make them inside the profiled call.");
            }
            catch (InsufficientExecutionStackException)
            {
                throw new ProfileException("The code is nested too deeply to be read. Split its longest expression.");
            }
        }
    }

    private static string Text(CellClosure closure, string code, IProbes probes)
    {
        var parts = new List<string>();
        foreach (var ofOneCell in closure.Declarations.GroupBy(declaration => declaration.SyntaxTree))
        {
            string source = ofOneCell.Key.ToString();
            foreach (SyntaxNode declaration in ofOneCell)
            {
                var edits = new SourceEdits();
                probes.Add(declaration, edits);
                parts.Add(edits.Apply(source, declaration.SpanStart, declaration.Span.End));
            }
        }
        parts.Add($"(global::System.Action)({code})");
        return string.Join('\n', parts);
    }

    /// <summary>Whether the compiler was handed an object of the type's original where the copy was wanted.</summary>
    private static bool IsMismatch(string errors, string type) =>
        errors.Split('\n').Any(line => Mismatch().IsMatch(line) && Regex.IsMatch(line, $@"\b{Regex.Escape(type)}\b"));

    // No conversion (0029, 0266), wrong argument (1503), wrong type argument (0311), operator between them (0019), same name twice (0433, 0436).
    [GeneratedRegex(@"error CS(0029|0266|1503|0311|0315|0019|0030|0433|0436|1061|0123|0407|1929|0411|1661|1662|1678|8130)\b")]
    private static partial Regex Mismatch();
}
