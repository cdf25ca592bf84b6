namespace Display;

/// <summary>
/// Says which class knows how instances of the marked type look. Kernels find it by its simple name, so .NET Interactive
/// reads it too although no package of it is referenced. The source has a public parameterless constructor and
/// <c>IEnumerable&lt;object&gt; CreateTypeFormatters()</c>; each formatter has <c>string MimeType</c> and
/// <c>bool Format(object instance, TextWriter writer)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The formats that go into one bundle; <c>text/html</c> alone when not set.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
