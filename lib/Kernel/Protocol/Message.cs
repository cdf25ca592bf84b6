using System.Text.Json;
using System.Text.Json.Nodes;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>A request of a front end.</summary>
/// <param name="Route">Where the reply goes.</param>
/// <param name="Type">For example <c>execute_request</c>.</param>
/// <param name="Header">The header's own bytes: every message this request causes carries them as its parent.</param>
public sealed record Message(Route Route, string Type, byte[] Header, JsonObject Content)
{
    /// <summary>A field of the content; <paramref name="fallback"/> where it is missing or of another kind.</summary>
    public string Text(string field, string fallback = "") =>
        Content[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : fallback;

    /// <inheritdoc cref="Text"/>
    public bool Flag(string field, bool fallback = false) => Content[field]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => fallback,
    };

    /// <inheritdoc cref="Text"/>
    public int Number(string field, int fallback = 0) =>
        Content[field] is JsonValue value && value.TryGetValue(out int number) ? number : fallback;
}
