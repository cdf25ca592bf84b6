using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kernel.Session.Directives;

/// <summary>Values from Python in the .NET type that a reader expects: numbers, texts and their arrays; JSON for all else.</summary>
internal static class PythonValue
{
    public static object? ToDotNet(JsonNode? value) => value switch
    {
        null => null,
        JsonArray array => OfArray(array),
        JsonValue scalar => OfScalar(scalar),
        _ => value,
    };

    private static object OfScalar(JsonValue scalar) => scalar.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => scalar.GetValue<string>(),
        // Python writes 2.0 for a float and 2 for an int.
        _ when !IsInteger(scalar) => scalar.GetValue<double>(),
        _ when scalar.TryGetValue(out int small) => small,
        _ when scalar.TryGetValue(out long large) => large,
        _ => scalar.GetValue<double>(),
    };

    private static object OfArray(JsonArray array)
    {
        if (array.Count > 0 && array.All(item => item is JsonArray row && row.All(IsNumber)))
            return array.Select(row => row!.AsArray().Select(Number).ToArray()).ToArray();
        if (array.Count == 0) return array;
        if (array.All(item => IsNumber(item) && IsInteger((JsonValue)item!)))
            return array.All(item => item!.AsValue().TryGetValue(out int _)) ? array.Select(item => item!.GetValue<int>()).ToArray() : array.Select(Number).ToArray();
        if (array.All(IsNumber)) return array.Select(Number).ToArray();
        if (array.All(item => item?.GetValueKind() == JsonValueKind.String)) return array.Select(item => item!.GetValue<string>()).ToArray();
        if (array.All(item => item?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)) return array.Select(item => item!.GetValue<bool>()).ToArray();
        return array;
    }

    private static bool IsNumber(JsonNode? item) =>
        item?.GetValueKind() == JsonValueKind.Number || (item?.GetValueKind() == JsonValueKind.String && item.GetValue<string>() is "NaN" or "Infinity" or "-Infinity");

    private static double Number(JsonNode? item) => item!.GetValueKind() == JsonValueKind.Number
        ? item.GetValue<double>()
        : item.GetValue<string>() switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity };

    private static bool IsInteger(JsonValue number) => number.GetValueKind() == JsonValueKind.Number && number.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0;
}
