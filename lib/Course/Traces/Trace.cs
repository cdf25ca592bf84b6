using System.Runtime.CompilerServices;

namespace Course.Traces;

/// <summary>
/// A program's memory accesses in order, 16 bytes each, with the names of the arrays and loops they belong to.
/// Appending costs a bounds check and one store; the buffer doubles when full. Not for several threads at once.
/// </summary>
public sealed class Trace
{
    private readonly List<ArrayRegion> _arrays = [new("(no array)")];
    private readonly List<string> _loops = ["(no loop)"];
    private Access[] _accesses;
    private int _count;
    private byte _currentLoop;

    /// <param name="capacity">Accesses to make room for at once.</param>
    public Trace(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _accesses = GC.AllocateUninitializedArray<Access>(Math.Max(capacity, 16));
    }

    public int Count => _count;

    /// <summary>All accesses in program order. Valid until the next <c>Add</c>.</summary>
    public ReadOnlySpan<Access> Accesses => _accesses.AsSpan(0, _count);

    public ref readonly Access this[int index] => ref Accesses[index];

    /// <summary>By <see cref="Access.Array"/>; entry 0 stands for accesses to no named array.</summary>
    public IReadOnlyList<ArrayRegion> Arrays => _arrays;

    /// <summary>By <see cref="Access.Loop"/>; entry 0 stands for accesses outside every named loop.</summary>
    public IReadOnlyList<string> Loops => _loops;

    /// <summary>Names an array and returns the id its accesses carry.</summary>
    /// <exception cref="InvalidOperationException">More than 65,535 arrays.</exception>
    public ushort Define(ArrayRegion array)
    {
        if (_arrays.Count > ushort.MaxValue) throw new InvalidOperationException("A trace holds at most 65,535 named arrays.");
        _arrays.Add(array);
        return (ushort)(_arrays.Count - 1);
    }

    /// <summary>Adds a field to the array defined last.</summary>
    internal void AddField(ArrayField field)
    {
        ArrayRegion array = _arrays[^1];
        _arrays[^1] = array with { Fields = [.. array.Fields ?? [], field] };
    }

    /// <summary>From here on, accesses belong to the loop of this name; the same name again is the same loop, null is no loop.</summary>
    /// <exception cref="InvalidOperationException">More than 255 loops.</exception>
    public void EnterLoop(string? name)
    {
        int id = name is null ? 0 : _loops.IndexOf(name, 1);
        if (id < 0)
        {
            if (_loops.Count > byte.MaxValue) throw new InvalidOperationException("A trace holds at most 255 named loops.");
            id = _loops.Count;
            _loops.Add(name!);
        }
        _currentLoop = (byte)id;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Access access)
    {
        Access[] accesses = _accesses;
        int count = _count;
        if ((uint)count >= (uint)accesses.Length) accesses = Grow();
        accesses[count] = access;
        _count = count + 1;
    }

    /// <summary>Appends an access of the loop last entered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(AccessKind kind, ulong address, int size, ushort array = 0) => Add(new Access(address, size, array, _currentLoop, kind));

    /// <summary>Forgets the accesses and keeps the names, so that a loop can be recorded again.</summary>
    public void Clear() => _count = 0;

    /// <summary>The array whose region holds the address, or 0. For traces whose accesses carry no array of their own.</summary>
    public ushort FindArray(ulong address)
    {
        for (int id = 1; id < _arrays.Count; id++)
            if (_arrays[id].Contains(address)) return (ushort)id;
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Access[] Grow()
    {
        long length = Math.Min(2L * _accesses.Length, Array.MaxLength);
        if (length == _accesses.Length) throw new InvalidOperationException($"A trace holds at most {Array.MaxLength:N0} accesses.");
        var larger = GC.AllocateUninitializedArray<Access>((int)length);
        Accesses.CopyTo(larger);
        return _accesses = larger;
    }
}
