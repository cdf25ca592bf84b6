using System.Runtime.InteropServices;

namespace Course.Traces;

/// <summary>One memory access in 16 bytes: <c>[Address, Address + Size)</c> is touched, on behalf of an array and a loop of the trace.</summary>
/// <param name="Address">First byte touched.</param>
/// <param name="Size">Bytes touched, 0 or more.</param>
/// <param name="Array">Id in <see cref="Trace.Arrays"/>; 0 is "no array".</param>
/// <param name="Loop">Id in <see cref="Trace.Loops"/>; 0 is "no loop".</param>
[StructLayout(LayoutKind.Sequential, Pack = 8, Size = 16)]
public readonly record struct Access(ulong Address, int Size, ushort Array, byte Loop, AccessKind Kind)
{
    public Access(AccessKind kind, ulong address, int size) : this(address, size, 0, 0, kind) { }
}
