namespace Judged;

/// <summary>Which types an exercise's method may take and return: numbers, text, arrays of them in any nesting, and what the judge counts.</summary>
internal static class ValueTypes
{
    private static readonly Dictionary<Type, ValueKind> Kinds = new()
    {
        [typeof(bool)] = ValueKind.Boolean,
        [typeof(byte)] = ValueKind.Byte,
        [typeof(int)] = ValueKind.Int32,
        [typeof(long)] = ValueKind.Int64,
        [typeof(ulong)] = ValueKind.UInt64,
        [typeof(float)] = ValueKind.Single,
        [typeof(double)] = ValueKind.Double,
        [typeof(string)] = ValueKind.String,
    };

    private static readonly Dictionary<ValueKind, Type> Types = Kinds.ToDictionary(each => each.Value, each => each.Key);

    public static ValueKind KindOf(Type type) => type.IsArray ? ValueKind.Array : Kinds.GetValueOrDefault(type, ValueKind.Null);

    /// <exception cref="InvalidDataException">No element is of this kind.</exception>
    public static Type TypeOf(ValueKind kind) => Types.GetValueOrDefault(kind) ?? throw new InvalidDataException($"An array of kind {(byte)kind} does not exist.");

    public static bool IsRaw(Type type) => type.IsPrimitive;

    /// <summary>Bytes of one element that is copied as it lies in memory.</summary>
    public static int BytesOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.Byte => 1,
        TypeCode.Int32 or TypeCode.Single => 4,
        _ => 8,
    };

    public static bool CanReturn(Type type) => type == typeof(void) ||
        CanTravel(type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type);

    public static bool CanTravel(Type type) =>
        type == typeof(CountedGrid) || type == typeof(CountedArray) || type == typeof(Func<long, long>) ||
        type == typeof(Func<long, Task<long>>) || (type.IsArray ? CanTravel(type.GetElementType()!) : Kinds.ContainsKey(type));
}
