using Microsoft.CodeAnalysis;

namespace Grading.Compiling;

/// <summary>
/// Fields that can carry something from one call to the next: an answer that remembers its last input would be timed for work that it
/// does not do. The fields behind properties and events count too.
/// </summary>
internal static class StaticState
{
    private static readonly string[] UnchangingSpaces = ["System.Collections.Immutable", "System.Runtime.Intrinsics", "System.Numerics"];

    /// <summary>The name of the first such field; null when there is none.</summary>
    public static string? In(INamedTypeSymbol type) => type.GetMembers().Where(Keeps)
        .Select(member => $"{type.Name}.{(member as IFieldSymbol)?.AssociatedSymbol?.Name ?? member.Name}").FirstOrDefault();

    private static bool Keeps(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsStatic && !field.IsConst && !(field.IsReadOnly && IsUnchanging(field.Type)),
        // The field behind an event is not listed among the members.
        IEventSymbol happening => happening.IsStatic,
        _ => false,
    };

    private static bool IsUnchanging(ITypeSymbol type) => type switch
    {
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr } or { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { ContainingType: null } named => (IsPlainValue(named) || named is { Name: "SearchValues", ContainingNamespace.Name: "Buffers" })
            && !named.Locations.Any(location => location.IsInSource) && named.TypeArguments.All(IsUnchanging),
        _ => false,
    };

    /// <summary>A vector, a large number, an immutable array. Sets and maps are not: they hold a comparer, and an interface holds anything.</summary>
    private static bool IsPlainValue(INamedTypeSymbol type) => type.IsValueType && UnchangingSpaces.Contains(type.ContainingNamespace.ToDisplayString());
}
