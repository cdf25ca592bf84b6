using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Kernel.Formatting;

/// <summary>Which values are one text.</summary>
internal static class Scalars
{
    /// <summary>True for what has no members worth showing: primitives, text, the framework's own types that are no collections.</summary>
    public static bool Is(object? value)
    {
        if (value is null or string or Type or Delegate or Enum or IFormattable) return true;
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsPointer) return true;
        if (value is IEnumerable) return false;
        // Members of framework objects can block, as Task.Result does, or lead through half the process.
        return IsFramework(type) && !IsTuple(type) && value is not DictionaryEntry && !IsPair(type) && value is not Exception;
    }

    public static bool IsTuple(Type type) => typeof(System.Runtime.CompilerServices.ITuple).IsAssignableFrom(type);

    public static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <summary>Whether somebody wrote a <c>ToString</c> for the type.</summary>
    public static bool HasOwnText(Type type) =>
        type.GetMethod("ToString", BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes)?.DeclaringType is { } declaring
        && declaring != typeof(object) && declaring != typeof(ValueType);

    /// <summary>What the value says of itself, in every country the same: numbers with a point, dates year first. A text that throws says what it threw.</summary>
    public static string TextOf(object value)
    {
        try
        {
            return value switch
            {
                DateTime { Kind: DateTimeKind.Utc } time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
                DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
                DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
        }
        catch (Exception thrown) when (thrown is not (ThreadInterruptedException or OperationCanceledException)) { return Thrown(thrown); }
    }

    /// <summary>Stands where a value should, when reading it failed.</summary>
    public static string Thrown(Exception exception) => $"({exception.GetType().Name}: {exception.Message})";

    public static bool IsFramework(Type type) =>
        type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
