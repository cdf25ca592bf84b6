using Course.Blur;
using Course.Blur.Rungs;
using Course.Images;
using Course.Tests.Blur.Box;
using Course.Traces;

namespace Course.Tests.Blur;

/// <summary>The rungs that read and write through an accessor: on memory with forbidden pages around it, and on traced memory.</summary>
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

    [Theory]
    [MemberData(nameof(Rungs))]
    public void TracedPixelsGiveThePlainResultAndTheAccessesOfTheFormula(string name)
    {
        foreach ((int width, int height) in ((int, int)[])[(3, 3), (4, 9), (34, 4), (66, 19), (67, 5), (129, 12), (300, 23)])
        {
            (Trace trace, Plane<byte> result) = Record(Ladder.Find(name), MeanOracle.Picture(width, height));
            byte[,] expected = MeanOracle.Blur(MeanOracle.Picture(width, height));
            for (int y = 1; y < height - 1; y++)
                for (int x = 1; x < width - 1; x++) Assert.Equal(expected[y, x], result[y, x]);
            Assert.Equal(AccessFormula.Of(Ladder.Find(name), width, height), Count(trace));
        }
    }

    [Theory]
    [MemberData(nameof(Rungs))]
    public void TheStatedWorkIsTheTracedWork(string name)
    {
        Rung rung = Ladder.Find(name);
        const int width = 64 * 40 + 2, height = 8 * 5 + 2;
        (long loads, long stores) = Count(Record(rung, MeanOracle.Picture(width, height)).Trace);
        double pixels = (width - 2.0) * (height - 2);
        Assert.InRange(rung.Work.Loads / (loads / pixels), 0.93, 1.07);
        Assert.InRange(rung.Work.Stores / (stores / pixels), 0.93, 1.07);
    }

    private static IEnumerable<Rung> Accessible => Ladder.All.Where(rung => rung is PixelRung or SumsRung && rung.Missing is null);

    private static (long Loads, long Stores) Count(Trace trace) =>
        (trace.Accesses.ToArray().Count(access => access.Kind == AccessKind.Load), trace.Accesses.ToArray().Count(access => access.Kind == AccessKind.Store));

    private static (Trace Trace, Plane<byte> Result) Record(Rung rung, Plane<byte> image)
    {
        var trace = new Trace();
        var result = new Plane<byte>(image.Width, image.Height);
        var from = new TracedPixels<byte>(image, trace, 0x10000, "image");
        var to = new TracedPixels<byte>(result, trace, 0x20000000, "result");
        if (rung is SumsRung sumsRung)
        {
            var sums = new Plane<ushort>(image.Width, sumsRung.SumRows(image.Height));
            sumsRung.Blur(from, new TracedPixels<ushort>(sums, trace, 0x40000000, "sums"), to);
        }
        else ((PixelRung)rung).Blur(from, to);
        return (trace, result);
    }

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
