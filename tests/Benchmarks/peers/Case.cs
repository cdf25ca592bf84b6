namespace Peers;

/// <summary>One comparison: a picture of noise, blurred by everybody in one process.</summary>
/// <param name="Name">As in the tables, e.g. "byte 3x3, 1920x1080".</param>
/// <param name="Floats">Floats instead of bytes.</param>
/// <param name="Radii">Usually one; several where they are to be compared with each other.</param>
/// <param name="Avx2">512-bit instructions switched off for everybody: what most readers' machines have.</param>
/// <param name="Everybody">With the slow ones: Python's own loops, NumPy, SciPy, Pillow, and every rung in bytes.</param>
internal sealed record Case(string Name, bool Floats, int Width, int Height, int[] Radii, bool Avx2 = false, bool Everybody = false)
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("byte 3x3, 512x512", false, 512, 512, [1]),
        new("byte 3x3, 1920x1080", false, 1920, 1080, [1], Everybody: true),
        new("byte 3x3, 3840x2160", false, 3840, 2160, [1]),
        new("byte 3x3, 7680x4320", false, 7680, 4320, [1]),
        new("float 3x3, 1920x1080", true, 1920, 1080, [1]),
        new("float 3x3, 3840x2160", true, 3840, 2160, [1]),
        new("float 3x3, 7680x4320", true, 7680, 4320, [1]),
        new("byte 31x31 and 101x101, 3840x2160", false, 3840, 2160, [15, 50], Everybody: true),
        new("AVX2: byte 3x3, 512x512", false, 512, 512, [1], Avx2: true),
        new("AVX2: byte 3x3, 1920x1080", false, 1920, 1080, [1], Avx2: true, Everybody: true),
        new("AVX2: byte 3x3, 3840x2160", false, 3840, 2160, [1], Avx2: true),
        new("AVX2: float 3x3, 1920x1080", true, 1920, 1080, [1], Avx2: true),
        new("AVX2: byte 31x31, 3840x2160", false, 3840, 2160, [15], Avx2: true),
    ];

    public static Case Find(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new ArgumentException($"There is no case '{name}'. The cases are: {string.Join("; ", All.Select(one => one.Name))}.");

    /// <summary>As a file name: "byte-3x3-1920x1080".</summary>
    public string FileName => string.Join('-', Name.ToLowerInvariant().Split([' ', ',', ':'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a contestant is called when several radii stand side by side.</summary>
    public string Label(string peer, int radius) => Radii.Length == 1 ? peer : $"{peer}, radius {radius}";

    public int ElementBytes => Floats ? sizeof(float) : sizeof(byte);

    public int Bytes => Width * Height * ElementBytes;
}
