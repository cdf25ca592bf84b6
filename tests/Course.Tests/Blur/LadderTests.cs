using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Blur;
using Course.Blur.Rungs;
using Course.Images;

namespace Course.Tests.Blur;

public sealed class LadderTests
{
    public static TheoryData<string> Rungs => [.. Ladder.All.Select(rung => rung.Name)];

    public static TheoryData<string> InstructionSets => ChildProcess.InstructionSets;

    [Theory]
    [MemberData(nameof(Rungs))]
    public void EveryRungBlursEveryWidthExactly(string name)
    {
        Rung rung = Ladder.Find(name);
        if (rung.Missing is null) BlurEveryWidth(rung);
        else Assert.Throws<PlatformNotSupportedException>(() => rung.Prepare(new Plane<byte>(9, 9)));
    }

    [Theory]
    [MemberData(nameof(InstructionSets))]
    public void EveryVectorRungIsExactWithAnInstructionSetSwitchedOff(string switchedOff) => ChildProcess.Run(
        switchedOff switch
        {
            "EnableAVX512" => WithoutAvx512,
            "EnableAVX2" => WithoutAvx2,
            "EnableHWIntrinsic" => WithoutIntrinsics,
            _ => EveryVectorRung,
        },
        switchedOff);

    [Fact]
    public void NamesAreUniqueAndEverythingIsSaid()
    {
        Assert.Equal(Ladder.All.Count, Ladder.All.Select(rung => rung.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Ladder.All, rung =>
        {
            Assert.All([rung.Idea, rung.Change, rung.Why], sentence => Assert.Matches(@"^\S.+[.]$", sentence));
            Assert.True(rung.Work.Loads > 0 && rung.Work.Stores > 0 && rung.Work.Operations > 0 && rung.Work.MemoryBytes >= 2);
            Assert.True(rung.Missing is null || rung.Needs is not null, $"{rung.Name} is missing something that it does not need.");
            Assert.Same(rung, Ladder.Find(rung.Name.ToUpperInvariant()));
        });
    }

    [Fact]
    public void AnUnknownNameListsTheRungs() =>
        Assert.Contains("boxed lists", Assert.Throws<ArgumentException>(() => Ladder.Find("fastest")).Message);

    [Fact]
    public void APictureThatHasNotRunHasNoResult() =>
        Assert.All(Ladder.All.Where(rung => rung.Missing is null), rung =>
            Assert.Throws<InvalidOperationException>(() => rung.Prepare(new Plane<byte>(3, 3)).Result()));

    [Fact]
    public void OnceTheResultIsGivenNothingIsAllocated()
    {
        foreach (Rung rung in Ladder.All.SkipWhile(rung => rung is not GivenResult).Where(rung => rung.Missing is null && rung is not AllCores))
        {
            IPreparedBlur blur = rung.Prepare(MeanOracle.Picture(200, 30));
            blur.Run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            blur.Run();
            Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, $"{rung.Name} allocates.");
        }
    }

    private static void EveryVectorRung()
    {
        // The rungs before the packed words compute one pixel at a time, with the same instructions on every machine.
        foreach (Rung rung in Ladder.All.SkipWhile(rung => rung is not PackedWords).Where(rung => rung.Missing is null)) BlurEveryWidth(rung);
    }

    private static void WithoutAvx512()
    {
        Assert.False(Avx512F.IsSupported || Avx512BW.IsSupported || Vector512.IsHardwareAccelerated);
        EveryVectorRung();
    }

    private static void WithoutAvx2()
    {
        Assert.False(Avx2.IsSupported || Vector256.IsHardwareAccelerated);
        EveryVectorRung();
    }

    private static void WithoutIntrinsics()
    {
        Assert.False(Sse41.IsSupported || Avx2.IsSupported || Vector128.IsHardwareAccelerated || Vector.IsHardwareAccelerated);
        EveryVectorRung();
    }

    private static void BlurEveryWidth(Rung rung)
    {
        for (int width = 0; width <= 129; width++)
        {
            BlurOne(rung, MeanOracle.Picture(width, 2 * (width % 5) + 1));
            BlurOne(rung, MeanOracle.Picture(width, 5 + width % 4, stride: width + 1 + width % 7));
        }
        for (int height = 0; height <= 4; height++) BlurOne(rung, MeanOracle.Picture(40, height));
    }

    private static void BlurOne(Rung rung, Plane<byte> image)
    {
        byte[] before = image.Span.ToArray();
        IPreparedBlur blur = rung.Prepare(image);
        blur.Run();
        blur.Run();
        MeanOracle.AssertEqual(MeanOracle.Blur(image), blur.Result(), rung.Name);
        Assert.Equal(before, image.Span.ToArray());
    }
}
