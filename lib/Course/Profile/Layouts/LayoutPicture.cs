using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Course.Profile.Layouts;

/// <summary>Draws a layout, eight bytes a line: every piece is labelled, and padding is hatched, so that colour says nothing alone.</summary>
internal static class LayoutPicture
{
    private const int PerLine = 8, Byte = 62, Line = 38, Left = 52, Top = 34, MostLines = 32;

    public static string Draw(ObjectLayout layout)
    {
        string id = "layout-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        int lines = Math.Min(MostLines, (layout.Bytes + PerLine - 1) / PerLine), width = Left + PerLine * Byte + 12, height = Top + lines * Line + 34;
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" "
            + "style=\"max-width:100%;height:auto\" font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif\" font-size=\"13\">"
            + $"<title id=\"{id}-t\">Layout of {Encode(layout.Type)}</title><desc id=\"{id}-d\">{Encode(layout.ToString())}</desc>"
            + $"<style>#{id} .t{{fill:#24292f}}#{id} .q{{fill:#57606a}}@media (prefers-color-scheme:dark){{#{id} .p{{fill:#161b22;stroke:#30363d}}#{id} .t{{fill:#e6edf3}}#{id} .q{{fill:#9da7b3}}"
            + $"#{id} .k0{{fill:#3b3551}}#{id} .k1{{fill:#4a3a20}}#{id} .k2{{fill:#173f45}}#{id} .k3{{fill:#22272e}}#{id} .l{{stroke:#6e7681}}}}</style>"
            + $"<defs><pattern id=\"{id}-h\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" class=\"l\" stroke=\"#8c959f\"/></pattern></defs>"
            + $"<rect class=\"p\" width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#ffffff\" stroke=\"#d0d7de\"/>"
            + $"<text class=\"t\" x=\"14\" y=\"22\" font-weight=\"600\">{(layout.IsStruct ? "struct" : "class")} {Encode(layout.Type)}: {layout.Bytes} bytes</text>");
        for (int line = 0; line < lines; line++)
            svg.Append($"<text class=\"q\" x=\"{Left - 10}\" y=\"{Top + line * Line + 22}\" text-anchor=\"end\">{line * PerLine}</text>");
        foreach (LayoutPiece piece in layout.Pieces) Append(svg, id, piece, lines);
        string cut = lines * PerLine < layout.Bytes ? $"; {layout.Bytes - lines * PerLine} bytes more" : "";
        svg.Append($"<text class=\"q\" x=\"14\" y=\"{height - 12}\">{layout.FieldBytes} bytes of fields, {layout.PaddingBytes} of padding (hatched){cut}</text></svg>");
        return svg.ToString();
    }

    private static void Append(StringBuilder svg, string id, LayoutPiece piece, int lines)
    {
        string[] fills = ["#e7e1f5", "#fbeccb", "#d5edf0", "#f0f1f3"];
        int end = piece.Offset + piece.Bytes;
        for (int from = piece.Offset; from < end; from = (from / PerLine + 1) * PerLine)
        {
            int line = from / PerLine, to = Math.Min(end, (line + 1) * PerLine);
            if (line >= lines) return;
            string at = $"x=\"{Left + from % PerLine * Byte}\" y=\"{Top + line * Line}\" width=\"{(to - from) * Byte}\" height=\"{Line - 4}\" rx=\"4\"";
            svg.Append($"<rect class=\"k{(int)piece.Kind} l\" {at} fill=\"{fills[(int)piece.Kind]}\" stroke=\"#8c959f\"/>");
            if (piece.Kind == PieceKind.Padding) svg.Append($"<rect {at} fill=\"url(#{id}-h)\"/>");
            else if (from == piece.Offset || to - from == PerLine)
                svg.Append($"<text class=\"t\" x=\"{Left + from % PerLine * Byte + (to - from) * Byte / 2}\" y=\"{Top + line * Line + 22}\" text-anchor=\"middle\">{Encode(Label(piece, to - from))}</text>");
        }
    }

    private static string Label(LayoutPiece piece, int bytes)
    {
        string full = piece.Type.Length > 0 ? $"{piece.Name} {piece.Type}" : piece.Name;
        int room = bytes * Byte / 8;
        return full.Length <= room ? full : piece.Name.Length <= room ? piece.Name : piece.Name[..Math.Max(1, room - 1)] + "…";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
