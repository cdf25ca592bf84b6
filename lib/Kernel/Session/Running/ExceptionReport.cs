using System.Diagnostics;
using System.Text.RegularExpressions;
using Kernel.Formatting;

namespace Kernel.Session.Running;

/// <summary>An exception for the reader of a notebook: the cell's own line first, names as they were written, no frames of the kernel.</summary>
internal static partial class ExceptionReport
{
    private const int MostFrames = 30;

    private readonly record struct Frame(string Text, int Cell, int Line);

    public static CellError Describe(Exception exception, int cell, string source)
    {
        Exception shown = Unwrap(exception);
        List<Frame> frames = FramesOf(shown);
        Frame here = frames.FirstOrDefault(frame => frame.Cell == cell);
        List<string> lines = [$"{shown.GetType()}: {shown.Message}"];
        if (here.Line > 0 && SourceLine(source, here.Line) is { } text) lines.Add($"  -> line {here.Line}: {text}");
        lines.AddRange(frames.Where(frame => frame.Cell > 0).Select(frame => frame.Text));
        lines.AddRange(frames.Where(frame => frame.Cell == 0).Take(MostFrames).Select(frame => frame.Text));
        for (Exception? cause = shown.InnerException; cause is not null; cause = cause.InnerException)
        {
            lines.Add($"caused by {cause.GetType()}: {cause.Message}");
            lines.AddRange(FramesOf(cause).Take(MostFrames).Select(frame => frame.Text));
        }
        return new(shown.GetType().Name, shown.Message, here.Line, lines);
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: 1, InnerException: { } inner } => Unwrap(inner),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static List<Frame> FramesOf(Exception exception)
    {
        List<Frame> frames = [];
        foreach (StackFrame frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || method.DeclaringType is not { } type) continue;
            if (type.Assembly == typeof(ExceptionReport).Assembly) { if (frames.Any(f => f.Cell > 0)) break; else continue; }
            if (IsPlumbing(type)) continue;
            string? file = frame.GetFileName();
            int line = frame.GetFileLineNumber();
            int cell = file is not null && CellName().Match(file) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0;
            string place = cell > 0 ? $" in cell {cell}, line {line}" : file is not null ? $" in {Path.GetFileName(file)}, line {line}" : "";
            frames.Add(new($"   at {NameOf(method, type)}{place}", cell, line));
        }
        return frames;
    }

    private static bool IsPlumbing(Type type) =>
        type.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" || type.Name.StartsWith("ControlledExecution", StringComparison.Ordinal);

    private static string NameOf(System.Reflection.MethodBase method, Type type)
    {
        string name = method.Name;
        bool stateMachine = false;
        while (type.Name.Contains('<') && type.DeclaringType is { } outer)
        {
            // An async method or iterator is a nested type that carries the method's name; lambdas live in one called <>c.
            if (GeneratedName().Match(type.Name) is { Success: true } generated && generated.Groups[1].Length > 0)
                (name, stateMachine) = (generated.Groups[1].Value, true);
            type = outer;
        }
        if (LocalFunction().Match(name) is { Success: true } local) name = local.Groups[2].Length > 0 ? local.Groups[2].Value : $"lambda in {local.Groups[1].Value}";
        name = name.Replace("<Initialize>", "the cell").Replace("<Main>$", "the cell");
        string parameters = stateMachine ? "" : string.Join(", ", method.GetParameters().Select(parameter => $"{TypeName.Of(parameter.ParameterType)} {parameter.Name}"));
        // The class that the compiler wraps around a cell's top level.
        bool top = type.Name == "Script" && type.Assembly.GetName().Name?.StartsWith("cell", StringComparison.Ordinal) == true;
        return name.EndsWith("the cell", StringComparison.Ordinal) ? name : $"{(top ? "" : TypeName.Of(type) + ".")}{name}({parameters})";
    }

    private static string? SourceLine(string source, int line)
    {
        string[] lines = source.Split('\n');
        return line <= lines.Length ? lines[line - 1].Trim() : null;
    }

    [GeneratedRegex(@"^cell (\d+)$")]
    private static partial Regex CellName();

    [GeneratedRegex(@"^<(.*)>d(__\d+)?")]
    private static partial Regex GeneratedName();

    [GeneratedRegex(@"^<(.*)>(?:g__(\w+)\|[\d_]+|b__[\d_]+)$")]
    private static partial Regex LocalFunction();
}
