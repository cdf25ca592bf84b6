using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kernel.Wire;

namespace Kernel.Protocol;

/// <summary>
/// Turns the parts of a ZeroMQ message into a Jupyter message and back:
/// <c>identities… &lt;IDS|MSG&gt; signature header parent_header metadata content buffers…</c>
/// </summary>
public sealed class MessageCodec(string key)
{
    public const string ProtocolVersion = "5.4";
    private const int SignedParts = 4, MessageParts = 1 + SignedParts;
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    // These bytes never stand inside a web page, so only what JSON itself demands is escaped.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    private readonly MessageSignature _signature = new(key);
    private readonly string _session = Guid.NewGuid().ToString();
    private long _sent;

    /// <summary>False, with the reason, for anything that is no correctly signed message.</summary>
    public bool TryRead(Route route, byte[][] parts, [NotNullWhen(true)] out Message? message, out string problem)
    {
        message = null;
        int delimiter = Array.FindIndex(parts, part => part.AsSpan().SequenceEqual(Delimiter));
        if (delimiter < 0 || parts.Length < delimiter + 1 + MessageParts)
        {
            problem = $"{parts.Length} parts that are no Jupyter message";
            return false;
        }

        ReadOnlySpan<byte[]> signed = parts.AsSpan(delimiter + 2, SignedParts);
        if (!_signature.Matches(parts[delimiter + 1], signed))
        {
            problem = "a wrong signature";
            return false;
        }

        try
        {
            if (Parse(signed[0]) is JsonObject header && Parse(signed[3]) is JsonObject content && header["msg_type"] is JsonValue type)
            {
                message = new Message(route, type.GetValue<string>(), signed[0], content);
                problem = "";
                return true;
            }

            problem = "a header or content that is no object, or has no msg_type";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            problem = e.Message;
        }

        return false;
    }

    /// <summary>The parts of a message, without identities.</summary>
    public byte[][] Write(string type, byte[]? parentHeader, JsonObject content)
    {
        byte[] header = Bytes(new JsonObject
        {
            ["msg_id"] = $"{_session}_{Interlocked.Increment(ref _sent)}",
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        });
        byte[] parent = parentHeader ?? EmptyObject;
        byte[] body = Bytes(content);
        return [Delimiter, _signature.Of(header, parent, EmptyObject, body), header, parent, EmptyObject, body];
    }

    // A name that stands twice in an object is found only when the object is first used, so it is used here.
    private static JsonNode? Parse(byte[] json)
    {
        JsonNode? node = JsonNode.Parse(json, documentOptions: Deep);
        if (node is JsonObject entries) _ = entries.Count;
        return node;
    }

    private static byte[] Bytes(JsonObject node) => JsonSerializer.SerializeToUtf8Bytes(node, Plain);
}
