using System.Runtime.InteropServices;

namespace Peers;

/// <summary>native/blurs.cpp as setup.sh built it.</summary>
internal static partial class Native
{
    private const string Library = "libpeers";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, (name, assembly, path) =>
        name == Library ? NativeLibrary.Load(File) : 0);

    /// <summary>Where setup.sh puts it: its folder is in COURSE_PEERS, else the user's cache.</summary>
    private static string File
    {
        get
        {
            string cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            string folder = Environment.GetEnvironmentVariable("COURSE_PEERS") ?? Path.Combine(cache, "course-peers"), file = Path.Combine(folder, "libpeers.so");
            return System.IO.File.Exists(file) ? file : throw new FileNotFoundException($"{file} is missing; tests/Benchmarks/peers/setup.sh builds it.");
        }
    }

    /// <summary>"4.6.0".</summary>
    public static string OpenCvVersion => Marshal.PtrToStringUTF8(OpenCvVersionText())!;

    [LibraryImport(Library, EntryPoint = "peers_opencv_version")]
    private static partial nint OpenCvVersionText();

    [LibraryImport(Library, EntryPoint = "peers_opencv")]
    public static partial void OpenCv(nint source, nint destination, int width, int height, int floats, int side, int border);

    [LibraryImport(Library, EntryPoint = "peers_halide_bytes")]
    public static partial void HalideBytes(nint source, nint destination, int width, int height, int avx512);

    [LibraryImport(Library, EntryPoint = "peers_halide_floats")]
    public static partial void HalideFloats(nint source, nint destination, int width, int height, int avx512);

    [LibraryImport(Library, EntryPoint = "peers_copy")]
    public static partial void Copy(nint source, nint destination, nint bytes);

    [LibraryImport(Library, EntryPoint = "peers_copy_past_caches")]
    public static partial void CopyPastCaches(nint source, nint destination, nint bytes);
}
