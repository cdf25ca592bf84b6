using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Display;

namespace Course.Profile.Layouts;

/// <summary>
/// Where every byte of an object goes: header, type pointer, fields, padding, as this runtime has really laid them out. The runtime puts
/// the fields of a class where they fit best, those of a struct in the order they are written.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["image/svg+xml", "text/plain"])]
public sealed record ObjectLayout(string Type, bool IsStruct, IReadOnlyList<LayoutPiece> Pieces) : IDisplayable
{
    /// <summary>Of one object with everything around it, or of one struct.</summary>
    public int Bytes => Pieces.Count == 0 ? 0 : Pieces.Max(piece => piece.Offset + piece.Bytes);

    /// <summary>What the fields themselves take.</summary>
    public int FieldBytes => Pieces.Where(piece => piece.Kind == PieceKind.Field).Sum(piece => piece.Bytes);

    public int PaddingBytes => Pieces.Where(piece => piece.Kind == PieceKind.Padding).Sum(piece => piece.Bytes);

    /// <exception cref="ProfileException">No object of the type can be made to look at.</exception>
    public static ObjectLayout Of<T>() where T : allows ref struct => Of(typeof(T));

    /// <exception cref="ProfileException">No object of the type can be made to look at.</exception>
    public static ObjectLayout Of(Type type)
    {
        if (Obstacle(type) is { } obstacle) throw new ProfileException($"No layout of {NameOf(type)}: {obstacle}.");
        int before = type.IsValueType ? 0 : 2 * nint.Size;
        List<LayoutPiece> pieces = type.IsValueType ? []
            : [new(0, nint.Size, PieceKind.Header, "header", ""), new(nint.Size, nint.Size, PieceKind.TypePointer, "type", "")];
        foreach (var (field, offset) in FieldOffsets.Of(type))
            pieces.Add(new(before + offset, FieldOffsets.SizeOf(field.FieldType), PieceKind.Field, Plain(field), NameOf(field.FieldType)));
        return new(NameOf(type), type.IsValueType, [.. WithPadding(pieces, type.IsValueType ? FieldOffsets.SizeOf(type) : BytesOfOne(type))]);
    }

    public MimeBundle ToBundle() => new MimeBundle().Add("image/svg+xml", LayoutPicture.Draw(this)).Add("text/plain", ToString());

    public override string ToString()
    {
        var text = new StringBuilder($"{(IsStruct ? "struct" : "class")} {Type}: {Bytes} bytes, {FieldBytes} of them fields, {PaddingBytes} padding\n");
        foreach (LayoutPiece piece in Pieces) text.Append($"  {piece.Offset,4} .. {piece.Offset + piece.Bytes - 1,4}  {piece.Bytes,4}  {piece.Name} {piece.Type}".TrimEnd()).Append('\n');
        return text.ToString().TrimEnd();
    }

    internal static string NameOf(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name[..(type.Name.IndexOf('`') is var tick and > 0 ? tick : type.Name.Length)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";

    private static string? Obstacle(Type type) =>
        type.ContainsGenericParameters ? "say what it is filled with, as in List<int>"
        : type.IsByRefLike ? "a ref struct lives on the stack alone, and no object of it can be looked at"
        : type.IsArray || type == typeof(string) ? "its length decides; an array of n elements takes its header, type and length, 24 bytes, and n elements"
        : type.IsAbstract || type.IsPointer || type.IsByRef || type == typeof(void) ? "there are no objects of exactly this type"
        : null;

    private static IEnumerable<LayoutPiece> WithPadding(List<LayoutPiece> pieces, int bytes)
    {
        int covered = 0;
        foreach (LayoutPiece piece in pieces.OrderBy(piece => piece.Offset).ThenBy(piece => piece.Bytes))
        {
            if (piece.Offset > covered) yield return new(covered, piece.Offset - covered, PieceKind.Padding, "padding", "");
            yield return piece;
            covered = Math.Max(covered, piece.Offset + piece.Bytes);
        }
        if (bytes > covered) yield return new(covered, bytes - covered, PieceKind.Padding, "padding", "");
    }

    /// <summary>What the allocator really takes for one.</summary>
    private static int BytesOfOne(Type type)
    {
        GC.SuppressFinalize(RuntimeHelpers.GetUninitializedObject(type));
        long before = GC.GetAllocatedBytesForCurrentThread();
        object one = RuntimeHelpers.GetUninitializedObject(type);
        long after = GC.GetAllocatedBytesForCurrentThread();
        GC.SuppressFinalize(one);
        return (int)(after - before);
    }

    /// <summary>An automatic property's field carries the property's name in brackets.</summary>
    private static string Plain(FieldInfo field) => field.Name.StartsWith('<') && field.Name.IndexOf('>') is var end and > 1 ? field.Name[1..end] : field.Name;
}
