using Course.Images;

namespace Course.Tests.Images;

/// <summary>Whatever the bytes, a reader returns a picture or throws ImageFormatException, and takes memory in proportion to the file.</summary>
public class ImageFuzzTests
{
    // Deflate expands 1032 times, one byte holds 8 pixels, a pixel has up to 4 bytes; the rest is for the library's own buffers.
    private static long MemoryLimit(int fileBytes) => 1032L * 8 * 4 * fileBytes + (1 << 20);

    public static TheoryData<string> Files() =>
        ["grey1-interlace.png", "grey4-transparent.png", "palette16-transparent-interlace.png", "rgb8.png", "rgb16-interlace.png", "rgb-alpha8.png", "rgb16.ppm", "text"];

    [Theory, MemberData(nameof(Files))]
    public void EveryTruncationIsAnError(string name)
    {
        byte[] file = Bytes(name);
        // The last digit of a text file may be cut off and leave a shorter number.
        int needed = name == "text" ? file.Length - 2 : file.Length;
        for (int length = 0; length < needed; length++)
            Assert.True(Outcome(file[..length]) is null, $"the first {length} bytes of {name} were read as a picture");
        Assert.NotNull(Outcome(file));
    }

    [Theory, MemberData(nameof(Files))]
    public void DamagedBytesNeverEscapeAsAnotherException(string name)
    {
        byte[] file = Bytes(name);
        var random = new Random(42);
        for (int round = 0; round < 2000; round++)
        {
            byte[] damaged = [.. file];
            for (int flips = random.Next(1, 5); flips > 0; flips--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Outcome(damaged);
        }
    }

    /// <summary>With their checksums mended, so that the damage gets behind them.</summary>
    [Fact]
    public void DamagedChunksNeverEscapeAsAnotherException()
    {
        var random = new Random(43);
        int read = 0;
        for (int round = 0; round < 5000; round++)
        {
            var encoder = new PngEncoder(random.Next(1, 9), random.Next(1, 9), 1 << random.Next(5), random.Next(7), random.Next(2) == 0)
            {
                Palette = random.Next(2) == 0 ? null : new byte[random.Next(20)],
                Transparency = random.Next(2) == 0 ? null : new byte[random.Next(8)],
                ChunkBytes = random.Next(1, 40),
            };
            byte[] rows = new byte[random.Next(120)];
            if (random.Next(2) == 0) random.NextBytes(rows);
            if (Outcome(encoder.File(rows)) is not null) read++;
        }
        Assert.InRange(read, 1, 4999);
    }

    private static Picture? Outcome(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return ImageFile.Read(new MemoryStream(file));
        }
        catch (ImageFormatException)
        {
            return null;
        }
        finally
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= MemoryLimit(file.Length), $"{allocated} bytes allocated for a file of {file.Length}");
        }
    }

    private static byte[] Bytes(string name) =>
        name == "text" ? "P3 # comment\n2 2\n99\n1 2 3 44 5 6\n7 8 9 10 11 12\n"u8.ToArray() : File.ReadAllBytes(Fixture.PathOf(name));
}
