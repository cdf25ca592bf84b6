namespace Course.Traces.Layouts;

/// <summary>
/// How a runtime lays out a list of pointers and a number as an object, in bytes; offsets count from where a pointer to the object
/// points. 64-bit. Sources: CPython 3.11 Include/cpython/listobject.h, floatobject.h, Objects/listobject.c (list_resize);
/// .NET 10 List&lt;T&gt; and its object header. Both are held to the real thing by tests.
/// </summary>
public sealed record ObjectModel
{
    private ObjectModel() { }

    public string Name { get; private init; } = "";

    /// <summary>What precedes the byte that pointers point to: the collector's links, or the object header.</summary>
    public int ListHeaderBytes { get; private init; }

    /// <summary>A list object from where pointers point to, without its array of pointers.</summary>
    public int ListBytes { get; private init; }

    /// <summary>Where the list keeps the pointer to its array.</summary>
    public int ItemsOffset { get; private init; }

    /// <summary>Where the list keeps its count, and the bytes of it.</summary>
    public (int Offset, int Bytes) Count { get; private init; }

    /// <summary>Where the list counts its changes, in 4 bytes; 0 when it does not.</summary>
    public int VersionOffset { get; private init; }

    /// <summary>
    /// What precedes the first element of an array's block: nothing in CPython, where it is bare memory; in .NET the object header,
    /// the type, and the length at <see cref="ArrayLengthOffset"/>.
    /// </summary>
    public int ArrayHeaderBytes { get; private init; }

    /// <summary>What a pointer to an array skips: the object header.</summary>
    public int ArrayPointerOffset => ArrayHeaderBytes == 0 ? 0 : 8;

    /// <summary>From where a pointer to an array points to its 4 bytes of length, in .NET.</summary>
    public const int ArrayLengthOffset = 8;

    /// <summary>The name of a number as an object, its bytes before and behind where pointers point, and where the value lies.</summary>
    public (string Name, int HeaderBytes, int Bytes, int ValueOffset, int ValueBytes) Box { get; private init; }

    /// <summary>Whole numbers from -5 to 256 exist once and are shared by all that hold them.</summary>
    public bool SharesSmallIntegers { get; private init; }

    /// <summary>An object that nobody holds any more is freed at once; otherwise it is garbage until a collection.</summary>
    public bool FreesAtOnce { get; private init; }

    /// <summary>CPython 3.11 lists of floats: a pointer array beside the list, each number an object of 24 bytes.</summary>
    public static ObjectModel PythonFloats { get; } = new()
    {
        Name = "Python list of floats",
        ListHeaderBytes = 16,
        ListBytes = 40,
        ItemsOffset = 24,
        Count = (16, 8),
        ArrayHeaderBytes = 0,
        Box = ("float", 0, 24, 16, 8),
        FreesAtOnce = true,
    };

    /// <summary>CPython 3.11 lists of whole numbers below 2^30: 28 bytes each, the small ones shared.</summary>
    public static ObjectModel PythonIntegers { get; } = PythonFloats with
    {
        Name = "Python list of integers",
        Box = ("int", 0, 28, 24, 4),
        SharesSmallIntegers = true,
    };

    /// <summary>.NET's <c>List&lt;object&gt;</c> of boxed doubles.</summary>
    public static ObjectModel DotNet { get; } = new()
    {
        Name = "C# List<object>",
        ListHeaderBytes = 8,
        ListBytes = 24,
        ItemsOffset = 8,
        Count = (16, 4),
        VersionOffset = 20,
        ArrayHeaderBytes = 24,
        Box = ("boxed double", 8, 16, 8, 8),
    };

    /// <summary>The capacity of the new array when a list must hold <paramref name="count"/> elements and its array is too small.</summary>
    public int Grow(int count) => FreesAtOnce
        ? (count + (count >> 3) + 6) & ~3
        : Math.Max(4, (int)Math.Min(2L * (count - 1), Array.MaxLength));
}
