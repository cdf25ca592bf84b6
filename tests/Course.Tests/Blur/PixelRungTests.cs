using Course.Blur;
using Course.Images;
using Course.Tests.Blur.Box;

namespace Course.Tests.Blur;

/// <summary>The rungs that read and write through an accessor: on memory with forbidden pages around it.</summary>
public sealed class PixelRungTests
{
    private const byte Sentinel = 0xA5;

    public static TheoryData<string> Rungs => [.. Accessible.Select(rung => rung.Name)];

    public static TheoryData<string> InstructionSets => ChildProcess.InstructionSets;

    [Theory]
    [MemberData(nameof(Rungs))]
    public void NothingOutsideThePictureIsReadAndOnlyTheInteriorIsWritten(string name) => BlurGuarded(Ladder.Find(name));

    [Theory]
    [MemberData(nameof(InstructionSets))]
    public void NorWithAnInstructionSetSwitchedOff(string switchedOff) => ChildProcess.Run(BlurAllGuarded, switchedOff);

    private static IEnumerable<Rung> Accessible => Ladder.All.Where(rung => rung is PixelRung or SumsRung && rung.Missing is null);

    private static void BlurAllGuarded()
    {
        foreach (Rung rung in Accessible) BlurGuarded(rung);
    }

    private static unsafe void BlurGuarded(Rung rung)
    {
        for (int width = 3; width <= 129; width++)
        {
            (int height, int stride) = (3 + 2 * (width % 5), width + width % 3);
            Plane<byte> image = MeanOracle.Picture(width, height, stride);
            byte[,] expected = MeanOracle.Blur(image);
            int bytes = stride * (height - 1) + width; // the last row's padding is forbidden too
            using GuardedMemory from = new(bytes, atEnd: width % 2 == 0), to = new(bytes, atEnd: width % 4 < 2);
            image.Span[..bytes].CopyTo(new Span<byte>(from.Pointer, bytes));
            Span<byte> result = new(to.Pointer, bytes);
            result.Fill(Sentinel);
            Blur(rung, new PointerPixels<byte>(from.Pointer, width, height, stride), new PointerPixels<byte>(to.Pointer, width, height, stride));
            for (int i = 0; i < bytes; i++)
            {
                (int y, int x) = (i / stride, i % stride);
                bool interior = y > 0 && y < height - 1 && x > 0 && x < width - 1;
                if (result[i] != (interior ? expected[y, x] : Sentinel))
                    Assert.Fail($"{rung.Name}, {width}x{height}, stride {stride}: [{y}, {x}] is {result[i]}.");
            }
        }
    }

    private static unsafe void Blur(Rung rung, PointerPixels<byte> image, PointerPixels<byte> result)
    {
        if (rung is SumsRung sumsRung)
        {
            int rows = sumsRung.SumRows(image.Height);
            using var sums = new GuardedMemory(2 * rows * image.Width, atEnd: true);
            new Span<byte>(sums.Pointer, sums.Bytes).Fill(Sentinel);
            sumsRung.Blur(image, new PointerPixels<ushort>((ushort*)sums.Pointer, image.Width, rows, image.Width), result);
        }
        else ((PixelRung)rung).Blur(image, result);
    }
}
