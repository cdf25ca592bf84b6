using System.Text;
using Course.Images;

namespace Course.Tests.Images;

public class ImageErrorTests
{
    private static readonly PngEncoder _grey = new(3, 2, 8, 0, false);

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "empty", [], "the file is empty" },
        { "text", "hello, world"u8.ToArray(), "neither PNG, PGM nor PPM" },
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "this is a JPEG" },
        { "bitmap", "P4 1 1 x"u8.ToArray(), "PBM" },
        { "signature after a text transfer", [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A, 0], "signature" },
        { "signature only", PngEncoder.Signature, "cut short" },
        { "no IHDR", [.. PngEncoder.Signature, .. PngEncoder.Chunk("IDAT", [])], "first chunk must be IHDR" },
        { "width 0", (_grey with { Width = 0 }).File([]), "0 x 2: it has no pixels" },
        { "3 bits", (_grey with { Depth = 3 }).File([]), "colour type 0 with 3 bits" },
        { "20,000 x 20,000 in 100 bytes", Header(20_000, 20_000), "above the limit of 134217728 pixels" },
        { "10,000 x 10,000 in 100 bytes", Header(10_000, 10_000), "more than the" },
        { "2^31 - 1 squared", Header(int.MaxValue, int.MaxValue), "above the limit" },
        { "row missing", _grey.File([0, 1, 2, 3]), "end in row 1 of 2" },
        { "row too many", _grey.File([0, 1, 2, 3, 0, 1, 2, 3, 0]), "more pixels than the header" },
        { "filter 5", _grey.File([0, 1, 2, 3, 5, 1, 2, 3]), "row 1 has filter 5" },
        { "no palette", (_grey with { ColourType = 3 }).File([0]), "no palette" },
        { "palette entry out of range", (_grey with { ColourType = 3, Palette = [1, 2, 3] }).File([0, 0, 0, 1, 0, 0, 0, 0]), "palette entry 1, but there are 1" },
        { "wrong checksum", Damaged(_grey.File([0, 1, 2, 3, 0, 1, 2, 3]), 30), "checksum" },
        { "preset dictionary", Assembled([.. PngEncoder.Chunk("IDAT", [0x78]), .. PngEncoder.Chunk("IDAT", [0xBB, 0, 0])]), "preset dictionary" },
        { "damaged pixels", Damaged(_grey.File([0, 1, 2, 3, 0, 1, 2, 3]), 45), "chunk IDAT at byte 33: its checksum" },
        { "no zlib stream", Assembled(PngEncoder.Chunk("IDAT", [1, 2, 3, 4, 5, 6, 7, 8])), "compressed pixels are damaged" },
        { "no pixels", Assembled(PngEncoder.Chunk("IEND", [])), "without any pixels" },
        { "unknown critical chunk", Assembled(PngEncoder.Chunk("QUIZ", [])), "must not be skipped" },
        { "chunk beyond the file", Assembled([0, 0, 1, 0, .. "tEXt"u8]), "promises 256 bytes" },
        { "PGM of 0 x 0", "P5 0 0 255\n"u8.ToArray(), "0 x 0" },
        { "PGM maximum 0", "P5 1 1 0\n0"u8.ToArray(), "largest value is 0" },
        { "PGM maximum 65536", "P5 1 1 65536\n0"u8.ToArray(), "above 65535" },
        { "PGM cut short", "P5 2 2 255\nabc"u8.ToArray(), "more than the 3 bytes" },
        { "PGM huge", "P5 20000 20000 255\nabc"u8.ToArray(), "above the limit" },
        { "PGM value", "P5 1 1 10\nA"u8.ToArray(), "value 65 is above 10" },
        { "PPM text value", "P3 1 1 10\n1 11 1"u8.ToArray(), "above 10" },
        { "PPM text cut short", "P3 1 1 10\n1 1\n "u8.ToArray(), "ends before it" },
        { "PPM text letter", "P3 1 1 10\n1 1 x"u8.ToArray(), "decimal number was expected, not byte 78" },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public void ABadFileIsNamedWithItsFaultAndTakesNoMemory(string what, byte[] file, string problem)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<ImageFormatException>(() => ImageFile.Read(new MemoryStream(file), "the-file.png"));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.StartsWith("the-file.png: ", error.Message);
        Assert.Contains(problem, error.Message);
        Assert.InRange(error.Offset, 0, file.Length);
        Assert.True(allocated < 1 << 20, $"{what}: {allocated} bytes allocated");
    }

    [Fact]
    public void ALimitCanBeRaisedAndLowered()
    {
        byte[] png = PngWriter.Encode(Photo.Generate(20, 10));

        Assert.Equal(20, ImageFile.Read(new MemoryStream(png), maxPixels: 200).Width);
        Assert.Throws<ImageFormatException>(() => ImageFile.Read(new MemoryStream(png), maxPixels: 199));
    }

    [Fact]
    public void AMissingFileIsTheUsualException() =>
        Assert.Contains("no-such.png", Assert.Throws<FileNotFoundException>(() => ImageFile.Load("no-such.png")).Message);

    private static byte[] Header(int width, int height)
    {
        byte[] file = (_grey with { Width = width, Height = height }).File([0]);
        return [.. file, .. new byte[100 - file.Length]];
    }

    private static byte[] Assembled(byte[] afterHeader) => [.. _grey.File([])[..33], .. afterHeader];

    private static byte[] Damaged(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }
}
