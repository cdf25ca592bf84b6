using System.Text.RegularExpressions;

namespace Course.Profile.Events;

/// <summary>
/// Turns the runtime's name of a method into the one that stands in the source: the compiler's classes for lambdas, async methods,
/// iterators and local functions are taken out.
/// </summary>
public static partial class FrameName
{
    /// <param name="fullName">As the runtime writes it, e.g. <c>Shop.Orders+&lt;LoadAsync&gt;d__4.MoveNext()</c>.</param>
    /// <returns>E.g. <c>Orders.LoadAsync</c>.</returns>
    public static string Readable(string fullName)
    {
        int parameters = fullName.IndexOf('(', StringComparison.Ordinal);
        string name = parameters > 0 ? fullName[..parameters] : fullName;
        // "Name[System.__Canon]" and "List`1[int32]": what a generic is filled with says little and is long.
        name = Arity().Replace(Arguments().Replace(name, ""), "");
        string type = "", method = name;
        int dot = name.LastIndexOf('.');
        if (name.EndsWith("..ctor", StringComparison.Ordinal) || name.EndsWith("..cctor", StringComparison.Ordinal)) dot = name.LastIndexOf("..", StringComparison.Ordinal);
        if (dot > 0) (type, method) = (name[..dot], name[(dot + 1)..]);
        string[] nested = type.Split('+');
        nested[0] = nested[0][(nested[0].LastIndexOf('.') + 1)..];
        List<string> types = [];
        foreach (string each in nested)
        {
            // A submission of a notebook is no class that anybody wrote.
            if (each == "" || each.StartsWith("<>c", StringComparison.Ordinal) || each.StartsWith("Submission#", StringComparison.Ordinal)) continue;
            if (StateMachine().Match(each) is { Success: true } machine) method = machine.Groups[1].Value;
            else types.Add(Generated().Replace(each, "$1"));
        }
        method = method switch
        {
            ".ctor" => "new",
            ".cctor" => "static fields",
            "<Initialize>" or "<Factory>" => "cell",
            "<Main>$" => "Main",
            _ => Inner(method),
        };
        return string.Join('.', types.Append(method));
    }

    /// <summary><c>&lt;Main&gt;b__0_1</c> is a lambda, <c>&lt;Main&gt;g__Add|0_1</c> a local function.</summary>
    private static string Inner(string method)
    {
        if (LocalFunction().Match(method) is { Success: true } local) return $"{Outer(local.Groups[1].Value)}{local.Groups[2].Value}";
        if (Lambda().Match(method) is { Success: true } lambda) return $"{Outer(lambda.Groups[1].Value)}lambda";
        return method == "<Initialize>" ? "cell" : method;
    }

    private static string Outer(string method) => method switch
    {
        "<Main>$" or "Main" => "Main ",
        "<Initialize>" => "cell ",
        _ => Inner(method).TrimEnd() + " ",
    };

    [GeneratedRegex(@"\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\]")]
    private static partial Regex Arguments();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    /// <summary>Types of a source generator carry its name, a hash and a number.</summary>
    [GeneratedRegex(@"^<\w+>F[0-9A-F]{32,}__(\w+?)(?:_\d+)?$")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^<(.*)>d(__\w+)?$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^<(.*)>g__(\w+)\|[\w_]+$")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(.*)>b__[\w_]+$")]
    private static partial Regex Lambda();
}
