using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Display;
using Kernel.Session.Compiling;
using Python;

namespace Kernel.Session.Directives;

/// <summary><c>#!share</c> and <c>#!set</c>: copies of values between C# and Python. The line stands in the cell that receives.</summary>
internal sealed partial class ShareDirective(CSharpParts csharp)
{
    /// <param name="isPython">Whether a name means the Python kernel.</param>
    public CellError? Share(DirectivePart directive, CellState state, Func<string, bool> isPython)
    {
        if (directive.Plain.FirstOrDefault() is not { } name) return DirectiveRunner.Failure(directive, "which variable? Write #!share name --from python.");
        string from = directive.Option("--from") ?? (directive.Language == "python" ? "csharp" : "python");
        return Copy(directive, state, from, name, directive.Option("--as") ?? name, isPython);
    }

    public CellError? Set(DirectivePart directive, CellState state, Func<string, bool> isPython)
    {
        if (directive.Option("--name") is not { } name || directive.Option("--value") is not { } value)
            return DirectiveRunner.Failure(directive, "write #!set --name x --value text, or --value @python:y.");
        if (Reference().Match(value) is { Success: true } reference) return Copy(directive, state, reference.Groups[1].Value, reference.Groups[2].Value, name, isPython);
        return Guarded(directive, state, () => Receive(directive, state, name, value.Trim('"')));
    }

    private CellError? Copy(DirectivePart directive, CellState state, string from, string name, string target, Func<string, bool> isPython)
    {
        if (from is "csharp" or "C#" or ".NET")
        {
            return csharp.Chain.Variables.TryGetValue(name, out Variable? variable)
                ? Guarded(directive, state, () => Receive(directive, state, target, variable.Value))
                : DirectiveRunner.Failure(directive, $"there is no C# variable {name}.");
        }
        if (!isPython(from)) return DirectiveRunner.Failure(directive, $"there is no kernel {from}; values cross between csharp and python.");
        return Guarded(directive, state, () => Receive(directive, state, target, FromPython(name)));
    }

    private CellError? Receive(DirectivePart directive, CellState state, string name, object? value)
    {
        if (directive.Language == "python")
        {
            PythonProcess.Shared.Set(name, value);
            return null;
        }
        if (!Identifier().IsMatch(name)) return DirectiveRunner.Failure(directive, $"{name} is no C# name; add --as another.");
        string type = CSharpType(value);
        return csharp.Run($"{type} @{name} = ({type})global::Kernel.Session.SharedValues.Take({SharedValues.Put(value)});", "#!share", state, isLast: false);
    }

    private static CellError? Guarded(DirectivePart directive, CellState state, Func<CellError?> copy)
    {
        try { return copy(); }
        catch (PythonMissingException missing)
        {
            state.Run.Show(MimeBundle.Text($"{directive.Name} was skipped. {missing.Message}"));
            return null;
        }
        catch (Exception failed) when (failed is PythonException or PythonStoppedException or NotSupportedException) { return DirectiveRunner.Failure(directive, failed.Message); }
    }

    private static object? FromPython(string name) =>
        PythonProcess.Shared.IsBytes(name) ? PythonProcess.Shared.GetBytes(name) : PythonValue.ToDotNet(PythonProcess.Shared.Get(name));

    private static string CSharpType(object? value) => value switch
    {
        null => "object",
        JsonNode => "global::System.Text.Json.Nodes.JsonNode",
        _ => Kernel.Formatting.TypeName.Of(value.GetType()),
    };

    [GeneratedRegex(@"^@(\w+):(\w+)$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*$")]
    private static partial Regex Identifier();
}
