namespace Course.Traces.Layouts;

/// <summary>Random numbers that are the same in every runtime (Marsaglia's 64-bit xorshift); System.Random promises that only for a seed within one.</summary>
internal struct XorShift(int seed)
{
    private ulong _state = ((ulong)(uint)seed << 1 | 1) * 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 32) * (ulong)limit >> 32);
    }
}
