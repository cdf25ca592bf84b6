using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>
/// JSON laid out as Jupyter lays it out (Python's <c>json.dumps(indent=1, ensure_ascii=False)</c> and a final line feed), so that a
/// notebook saved here and there differs only where its content does. Members keep their order; numbers keep their digits.
/// </summary>
internal static class JupyterJson
{
    public static string Format(JsonNode root)
    {
        var text = new StringBuilder();
        Write(text, root, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                WriteBlock(text, '{', '}', members, depth, member =>
                {
                    WriteString(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                break;
            case JsonArray items:
                WriteBlock(text, '[', ']', items, depth, item => Write(text, item, depth + 1));
                break;
            case null:
                text.Append("null");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteBlock<T>(StringBuilder text, char open, char close, ICollection<T> items, int depth, Action<T> write)
    {
        text.Append(open);
        bool first = true;
        foreach (T item in items)
        {
            if (!first) text.Append(',');
            first = false;
            text.Append('\n').Append(' ', depth + 1);
            write(item);
        }
        if (!first) text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
