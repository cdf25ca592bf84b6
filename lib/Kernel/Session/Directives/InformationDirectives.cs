using System.Reflection;
using System.Runtime.InteropServices;
using Display;
using Kernel.Formatting;

namespace Kernel.Session.Directives;

/// <summary>Directives that only tell something.</summary>
internal sealed class InformationDirectives(CSharpParts csharp)
{
    private readonly record struct VariableRow(string Name, string Type, string Value);

    private readonly record struct DirectiveRow(string Directive, string Meaning);

    private static readonly DirectiveRow[] Directives =
    [
        new("#r \"path.dll\"", "references an assembly and those beside it; a copy is loaded, so it can be rebuilt"),
        new("#r \"nuget: Name, Version\"", "restores a package through the SDK; from the local cache without a network"),
        new("#i \"nuget: source\"", "adds a folder or address where packages are looked for"),
        new("#!import file", "runs a .cs or .csx file as if it stood here"),
        new("#!csharp #!python #!html #!javascript #!markdown #!mermaid #!bash", "what follows is in that language"),
        new("#!share name --from kernel [--as other]", "brings a variable from C# to Python or back; stands in the receiving cell"),
        new("#!set --name n --value v", "declares a variable; v is a text, or @python:name"),
        new("#!connect jupyter --kernel-name python --kernel-spec python3", "accepted; Python cells work without it"),
        new("#!time", "shows how long the cell took"),
        new("#!debug", "compiles this cell without optimisation"),
        new("#!who #!whos", "lists variables"),
        new("#!reset", "forgets all variables, types and references"),
        new("#!about #!help #!lsmagic", "says what this kernel is and knows"),
    ];

    /// <summary>Every directive's first word.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directives.SelectMany(row => row.Directive.Split(' ')).Where(word => word.StartsWith('#')).Distinct()];

    public MimeBundle Describe(string directive) => directive switch
    {
        "#!about" => MimeBundle.Text(About()),
        "#!who" => MimeBundle.Text(string.Join('\n', csharp.Chain.Variables.Keys.Order(StringComparer.Ordinal))),
        "#!whos" => ValueFormatter.ToBundle(csharp.Chain.Variables.Values.OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => new VariableRow(variable.Name, TypeName.Of(variable.Type), Brief.Of(variable.Value))).ToList()),
        _ => ValueFormatter.ToBundle(Directives),
    };

    public static string About() =>
        $"""
        course-kernel {typeof(CSharpSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}: C# cells, compiled optimised
        {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})
        loops optimised at their first call: {(AppContext.TryGetSwitch("System.Runtime.TieredCompilation.QuickJitForLoops", out bool quick) && !quick ? "yes" : "no")}
        """;
}
