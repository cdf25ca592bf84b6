using System.Security.Cryptography;
using System.Text;

namespace Kernel.Wire;

/// <summary>HMAC-SHA256 over the parts of a message: proves that the sender has read the connection file.</summary>
public sealed class MessageSignature(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>64 lower-case hexadecimal digits; nothing where the key is empty, which Jupyter reads as "do not sign".</summary>
    public byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0) return [];
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether the signature is right, in a time that does not tell how much of it is.</summary>
    public bool Matches(byte[] signature, params ReadOnlySpan<byte[]> parts) =>
        _key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Of(parts));
}
