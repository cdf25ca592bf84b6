using System.Text;

namespace Kernel.Formatting;

/// <summary>Values as plain text: what a terminal, a screen reader and a code host show.</summary>
internal static class TextWriterOfValues
{
    private const int Deepest = 3;
    private const int WidestField = 60;

    public static string Write(ValueShape shape) => shape.Kind switch
    {
        ShapeKind.Scalar => shape.Text,
        ShapeKind.List => $"[{string.Join(", ", shape.Rows[0].Select(Brief.Of))}{(shape.Cut.Length > 0 ? ", " + shape.Cut : "")}]",
        ShapeKind.Table => Table(shape),
        _ => Scalars.HasOwnText(shape.Value!.GetType()) ? shape.Text : Tree(shape.Value, 0, new(ReferenceEqualityComparer.Instance)).TrimEnd('\n'),
    };

    private static string Table(ValueShape shape)
    {
        List<string[]> lines = [.. shape.Rows.Select(row => row.Select(field => Narrow(Brief.Of(field))).ToArray())];
        if (shape.Columns.Count > 0) lines.Insert(0, [.. shape.Columns]);
        int columns = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => lines.Max(line => column < line.Length ? line[column].Length : 0))];
        bool[] numeric = [.. Enumerable.Range(0, columns).Select(column => shape.Rows.All(row => column >= row.Length || IsNumber(row[column])))];
        var text = new StringBuilder();
        for (int i = 0; i < lines.Count; i++)
        {
            text.AppendJoin("  ", lines[i].Select((field, column) => numeric[column] ? field.PadLeft(widths[column]) : field.PadRight(widths[column])));
            while (text.Length > 0 && text[^1] == ' ') text.Length--;
            text.Append('\n');
            if (i == 0 && shape.Columns.Count > 0) text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
        }
        return text.Append(shape.Cut).ToString().TrimEnd('\n');
    }

    private static string Tree(object value, int depth, HashSet<object> above)
    {
        var text = new StringBuilder(TypeName.Of(value.GetType())).Append('\n');
        above.Add(value);
        foreach ((string name, var get) in Members.Of(value.GetType()))
        {
            object? member = Members.Read(get, value);
            text.Append(' ', 2 * depth + 2).Append(name).Append(": ");
            if (member is null || ValueShape.Of(member) is not { Kind: ShapeKind.Tree } shape || Scalars.HasOwnText(member.GetType())) text.Append(Brief.Of(member)).Append('\n');
            else if (above.Contains(member)) text.Append("(shown above)\n");
            else if (depth + 1 >= Deepest) text.Append(shape.Text).Append('\n');
            else text.Append(Tree(member, depth + 1, above));
        }
        above.Remove(value);
        return text.ToString();
    }

    private static string Narrow(string field) => field.Length <= WidestField ? field : field[..(WidestField - 1)] + "…";

    internal static bool IsNumber(object? value) => value is int or long or double or float or decimal or byte or short or uint or ulong or ushort or sbyte or Half or TimeSpan;
}
