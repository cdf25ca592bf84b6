using System.Collections.Concurrent;
using System.Reflection;

namespace Kernel.Formatting;

/// <summary>The public values of an object, in the order in which its type declares them.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Get)>> ByType = new();

    public static IReadOnlyList<(string Name, Func<object, object?> Get)> Of(Type type) => ByType.GetOrAdd(type, Find);

    /// <summary>A value, or what its getter threw.</summary>
    public static object? Read(Func<object, object?> get, object owner)
    {
        try { return get(owner); }
        catch (TargetInvocationException thrown) { return Scalars.Thrown(thrown.InnerException ?? thrown); }
    }

    private static IReadOnlyList<(string, Func<object, object?>)> Find(Type type)
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        List<(string Name, Func<object, object?> Get, int Token)> found = [];
        foreach (PropertyInfo property in type.GetProperties(Public))
        {
            Type of = property.PropertyType;
            if (!property.CanRead || property.GetIndexParameters().Length > 0 || of.IsByRefLike || of.IsPointer || of.IsByRef || property.GetMethod is not { IsPublic: true }) continue;
            found.Add((property.Name, property.GetValue, property.MetadataToken));
        }
        foreach (FieldInfo field in type.GetFields(Public))
            if (!field.FieldType.IsPointer) found.Add((field.Name, field.GetValue, field.MetadataToken));
        return [.. found.DistinctBy(member => member.Name).Select(member => (member.Name, member.Get))];
    }
}
