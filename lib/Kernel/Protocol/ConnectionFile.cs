using System.Text.Json;

namespace Kernel.Protocol;

/// <summary>What the front end tells a kernel at its start: where the five channels listen, and the key that signs messages.</summary>
public sealed record ConnectionFile(
    string Transport, string Ip, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HbPort, string Key, string SignatureScheme)
{
    private const string OnlyScheme = "hmac-sha256";

    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="InvalidDataException">The file is no connection file of a kernel; the message says why.</exception>
    public static ConnectionFile Read(string path)
    {
        ConnectionFile file;
        try
        {
            file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllBytes(path), SnakeCase) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no Jupyter connection file: {e.Message}", e);
        }

        return file.SignatureScheme is OnlyScheme or ""
            ? file
            : throw new InvalidDataException($"{path} asks for signature scheme '{file.SignatureScheme}'; this kernel signs with {OnlyScheme}.");
    }
}
