using System.Text;

namespace Kernel.Wire;

/// <summary>The first 64 bytes each end sends: signature, version, mechanism. Only ZMTP 3.x with the NULL mechanism is spoken.</summary>
public static class Greeting
{
    public const int Bytes = 64;

    /// <summary>Peers open with these ten bytes whatever their version is.</summary>
    public const int SignatureBytes = 10;

    private static readonly byte[] NullMechanism = Encoding.ASCII.GetBytes("NULL".PadRight(20, '\0'));

    // signature FF 00.. 7F | version 3.1 | mechanism, 20 octets | as-server 0 | 31 octets of filler
    public static byte[] Ours()
    {
        byte[] greeting = new byte[Bytes];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        NullMechanism.CopyTo(greeting, 12);
        return greeting;
    }

    public static bool IsSignature(ReadOnlySpan<byte> start) => start[0] == 0xFF && (start[9] & 1) == 1;

    /// <exception cref="WireException">The peer speaks something else.</exception>
    public static void Check(ReadOnlySpan<byte> greeting)
    {
        if (greeting[10] < 3) throw new WireException($"ZMTP {greeting[10]}.x, this end speaks 3.x");
        if (!greeting.Slice(12, 20).SequenceEqual(NullMechanism)) throw new WireException("a security mechanism other than NULL");
    }
}
