using System.Collections.Concurrent;
using System.Reflection;
using Display;

namespace Kernel.Formatting;

/// <summary>
/// Types that say how they look through an attribute called <c>TypeFormatterSourceAttribute</c>, on themselves, a base class or an
/// interface. Everything is found by name, because the attribute may be an internal class of any assembly.
/// </summary>
internal static class AttributedFormatters
{
    private sealed record Formatter(string MimeType, object Target, MethodInfo Format);

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Formatter>> ByType = new();

    /// <returns>Null where the type says nothing or its formatters decline.</returns>
    public static MimeBundle? TryFormat(object value)
    {
        MimeBundle bundle = new();
        foreach (Formatter formatter in ByType.GetOrAdd(value.GetType(), FormattersOf))
        {
            using var writer = new StringWriter();
            if (formatter.Format.Invoke(formatter.Target, [value, writer]) is true) bundle.Add(formatter.MimeType, writer.ToString());
        }
        if (bundle.Data.Count == 0) return null;
        if (!bundle.Data.ContainsKey("text/plain")) bundle.Add("text/plain", Brief.Of(value));
        return bundle;
    }

    private static IReadOnlyList<Formatter> FormattersOf(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
            if (Declared(at) is { } own) return own;
        foreach (Type contract in type.GetInterfaces())
            if (Declared(contract) is { } inherited) return inherited;
        return [];
    }

    private static IReadOnlyList<Formatter>? Declared(Type type)
    {
        Attribute? attribute = type.GetCustomAttributes(inherit: false).OfType<Attribute>()
            .FirstOrDefault(candidate => candidate.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null || Property(attribute, "FormatterSourceType") is not Type sourceType) return null;
        string[] preferred = Property(attribute, "PreferredMimeTypes") is string[] { Length: > 0 } named ? named : ["text/html"];
        object source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var made = (IEnumerable<object>)Method(sourceType, "CreateTypeFormatters").Invoke(source, null)!;
        return [.. made.Select(formatter => new Formatter((string)Property(formatter, "MimeType")!, formatter, Method(formatter.GetType(), "Format")))
            .Where(formatter => preferred.Contains(formatter.MimeType))];
    }

    private static object? Property(object owner, string name) =>
        owner.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(owner);

    private static MethodInfo Method(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(type.FullName, name);
}
