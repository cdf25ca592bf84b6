using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kernel.Formatting;

/// <summary>A value cut to what is shown of it, before it becomes text or markup.</summary>
/// <param name="Text">The whole of a scalar; the title of anything else.</param>
/// <param name="Columns">Heads of a table; empty where the columns are only counted.</param>
/// <param name="Rows">Fields of a table, or the items of a list as one row.</param>
/// <param name="Cut">What was left out, as "… 980 more"; empty if nothing.</param>
internal sealed record ValueShape(ShapeKind Kind, object? Value, string Text, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, string Cut)
{
    private const int MostRows = 50;
    private const int MostColumns = 24;
    private const int MostBytes = 512;

    public static ValueShape Of(object? value) => value switch
    {
        null => Scalar(value, "null"),
        string text => Scalar(value, text),
        JsonNode json => Scalar(value, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true })),
        byte[] bytes => Scalar(value, Hex(bytes)),
        IFormattable => Scalar(value, Scalars.TextOf(value)),
        Exception exception => Scalar(value, exception.ToString()),
        Array { Rank: 2 } matrix => Matrix(matrix),
        IDictionary dictionary => Pairs(value, dictionary.Keys.Cast<object>(), dictionary.Values.Cast<object?>(), dictionary.Count),
        _ when Scalars.Is(value) => Scalar(value, value is Type or Delegate ? Brief.Of(value) : Scalars.TextOf(value)),
        IEnumerable sequence => Sequence(sequence),
        _ => new(ShapeKind.Tree, value, Title(value), [], [], ""),
    };

    private static ValueShape Scalar(object? value, string text) => new(ShapeKind.Scalar, value, text, [], [], "");

    private static string Title(object value) => Scalars.HasOwnText(value.GetType()) ? Scalars.TextOf(value) : TypeName.Of(value.GetType());

    private static ValueShape Sequence(IEnumerable sequence)
    {
        List<object?> items = [];
        bool more = false;
        foreach (object? item in sequence)
        {
            if (items.Count == MostRows) { more = true; break; }
            items.Add(item);
        }
        string cut = !more ? "" : CountOf(sequence) is { } count ? $"… {count - items.Count} more" : "… more";
        string title = TypeName.Of(sequence.GetType());
        if (items.Count > 0 && items.All(item => item is not null && IsPair(item)))
            return new(ShapeKind.Table, sequence, title, ["key", "value"], [.. items.Select(item => Fields(item!))], cut);
        if (items.Count > 0 && items.All(item => item is not null and not IEnumerable && !Scalars.Is(item)))
            return Records(sequence, title, items, string.Join('\n', OwnValues(sequence).Prepend(cut).Where(line => line.Length > 0)));
        if (items.Count > 0 && items.All(item => item is IEnumerable and not string))
            return new(ShapeKind.Table, sequence, title, [], [.. items.Select(item => ((IEnumerable)item!).Cast<object?>().Take(MostColumns).ToArray())], cut);
        return new(ShapeKind.List, sequence, title, [], [[.. items]], cut);
    }

    /// <summary>What a list type of somebody's own knows beside its items, such as the machine that a table of times was measured on.</summary>
    private static IEnumerable<string> OwnValues(IEnumerable sequence)
    {
        Type type = sequence.GetType();
        if (sequence is Array || Scalars.IsFramework(type) || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)) yield break;
        foreach ((string name, var get) in Members.Of(type))
            if (name is not ("Count" or "Capacity") && Members.Read(get, sequence) is { } value and (string or not IEnumerable) && (Scalars.Is(value) || Scalars.HasOwnText(value.GetType()))
                && ValueShape.Of(value).Text is { Length: > 0 } text) yield return $"{name}: {text}";
    }

    private static ValueShape Records(object value, string title, List<object?> items, string cut)
    {
        List<string> columns = [.. items.Select(item => item!.GetType()).Distinct().SelectMany(Members.Of).Select(member => member.Name).Distinct().Take(MostColumns)];
        if (columns.Count == 0) return new(ShapeKind.List, value, title, [], [[.. items]], cut);
        List<object?[]> rows = [];
        foreach (object? item in items)
        {
            var members = Members.Of(item!.GetType());
            rows.Add([.. columns.Select(column => members.FirstOrDefault(member => member.Name == column).Get is { } get ? Members.Read(get, item) : "")]);
        }
        return new(ShapeKind.Table, value, title, columns, rows, cut);
    }

    private static ValueShape Pairs(object value, IEnumerable<object> keys, IEnumerable<object?> values, int count) =>
        new(ShapeKind.Table, value, TypeName.Of(value.GetType()), ["key", "value"],
            [.. keys.Zip(values, (key, item) => new[] { key, item }).Take(MostRows)], count > MostRows ? $"… {count - MostRows} more" : "");

    private static ValueShape Matrix(Array matrix)
    {
        int height = matrix.GetLength(0), width = matrix.GetLength(1);
        List<object?[]> rows = [];
        for (int y = 0; y < Math.Min(height, MostColumns); y++)
            rows.Add([.. Enumerable.Range(0, Math.Min(width, MostColumns)).Select(x => matrix.GetValue(y, x))]);
        string cut = height > MostColumns || width > MostColumns ? $"… of {height} rows and {width} columns" : "";
        return new(ShapeKind.Table, matrix, TypeName.Of(matrix.GetType()), [], rows, cut);
    }

    private static bool IsPair(object item) => Scalars.IsPair(item.GetType());

    private static object?[] Fields(object pair) => [.. Members.Of(pair.GetType()).Select(member => Members.Read(member.Get, pair))];

    private static int? CountOf(IEnumerable sequence) => sequence is ICollection collection
        ? collection.Count
        : sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ?.GetProperty("Count")?.GetValue(sequence) as int?;

    private static string Hex(byte[] bytes)
    {
        var text = new StringBuilder($"byte[{bytes.Length}]");
        for (int start = 0; start < Math.Min(bytes.Length, MostBytes); start += 16)
            text.Append(CultureInfo.InvariantCulture, $"\n{start:x4}  ").AppendJoin(' ', bytes.Skip(start).Take(16).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        if (bytes.Length > MostBytes) text.Append(CultureInfo.InvariantCulture, $"\n… {bytes.Length - MostBytes} more");
        return text.ToString();
    }
}
