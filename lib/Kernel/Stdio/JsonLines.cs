using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kernel.Stdio;

/// <summary>One JSON value a line, UTF-8.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static UTF8Encoding Encoding { get; } = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write<T>(Stream to, T value)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];
        to.Write(line);
        to.Flush();
    }

    /// <exception cref="JsonException">The line is not such a value.</exception>
    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("null is no message.");
}
