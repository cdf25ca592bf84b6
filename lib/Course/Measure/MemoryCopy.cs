namespace Course.Measure;

/// <summary>
/// The floor under everything that reads and writes a picture once: copying as many bytes from one array to another.
/// Moves 2 x <see cref="Bytes"/> (read and written).
/// </summary>
public sealed class MemoryCopy
{
    private readonly byte[] _from, _to;

    public MemoryCopy(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        (_from, _to) = (GC.AllocateUninitializedArray<byte>(bytes, pinned: true), GC.AllocateUninitializedArray<byte>(bytes, pinned: true));
        // Touched before the clock runs, or the first copy would pay for the system's page faults.
        Array.Fill(_from, (byte)1);
        Array.Fill(_to, (byte)2);
    }

    public const string Label = "memory copy";

    public int Bytes => _from.Length;

    public void Run() => Buffer.BlockCopy(_from, 0, _to, 0, _from.Length);

    /// <summary>Ready to stand among the pieces of an interleaved run.</summary>
    public (string Label, Action Work) Timed => (Label, Run);
}
