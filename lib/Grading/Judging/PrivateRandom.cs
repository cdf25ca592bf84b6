using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Grading.Judging;

/// <summary>
/// Random numbers that an answer cannot continue from those that it has seen: SHA-256 over seed, purpose and a counter. After six pixels
/// the state of <see cref="Random"/>'s own generators can be computed, and with it the pixels that were to be asked for.
/// </summary>
internal sealed class PrivateRandom(long seed, string purpose) : Random
{
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {purpose}"));
    private long _blocks;
    private int _left;

    public override void NextBytes(Span<byte> buffer)
    {
        for (; !buffer.IsEmpty; buffer = buffer[1..])
        {
            if (_left == 0) Refill();
            buffer[0] = _block[^_left--];
        }
    }

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    public override long NextInt64() => NextInt64(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        // The upper half of a product of 128 bits: uniform but for one part in 2^64 / range.
        return minValue + (long)Math.BigMul(Bits(), (ulong)(maxValue - minValue), out _);
    }

    public override double NextDouble() => Sample();

    public override float NextSingle() => (Bits() >> 40) * (1f / (1 << 24));

    protected override double Sample() => (Bits() >> 11) * (1.0 / (1L << 53));

    private ulong Bits()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        NextBytes(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    private void Refill()
    {
        Span<byte> message = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long)];
        _key.CopyTo(message);
        BinaryPrimitives.WriteInt64LittleEndian(message[SHA256.HashSizeInBytes..], _blocks++);
        _left = SHA256.HashData(message, _block);
    }
}
