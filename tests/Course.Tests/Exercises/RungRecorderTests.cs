using Course.Blur;
using Course.Blur.Rungs;
using Course.Exercises;
using Course.Images;
using Course.Tests.Blur;
using Course.Traces;

namespace Course.Tests.Exercises;

public sealed class RungRecorderTests
{
    public static TheoryData<string> Rungs =>
        [.. Ladder.All.Where(rung => rung.Missing is null && rung is not (DynamicLists or TensorRows or AllCores or BestBlur)).Select(rung => rung.Name)];

    [Theory]
    [MemberData(nameof(Rungs))]
    public void ARecordedRungGivesThePlainResultAndTheAccessesOfTheFormula(string name)
    {
        foreach ((int width, int height) in ((int, int)[])[(2, 5), (3, 3), (4, 9), (34, 4), (66, 19), (67, 5), (129, 12)])
        {
            Rung rung = Ladder.Find(name);
            RungRecording recording = RungRecorder.Record(rung, MeanOracle.Picture(width, height));
            MeanOracle.AssertEqual(MeanOracle.Blur(MeanOracle.Picture(width, height)), recording.Result, name);
            Assert.Equal(width < 3 ? (0, 0) : AccessFormula.Of(rung, width, height), Count(recording.Trace));
        }
    }

    [Theory]
    [MemberData(nameof(Rungs))]
    public void TheStatedWorkIsTheRecordedWork(string name)
    {
        Rung rung = Ladder.Find(name);
        (int width, int height) = rung is PixelRung ? (64 * 40 + 2, 8 * 5 + 2) : (66, 34);
        (long loads, long stores) = Count(RungRecorder.Record(rung, MeanOracle.Picture(width, height)).Trace);
        double pixels = (width - 2.0) * (height - 2);
        Assert.InRange(rung.Work.Loads / (loads / pixels), 0.93, 1.07);
        Assert.InRange(rung.Work.Stores / (stores / pixels), 0.93, 1.07);
    }

    [Fact]
    public void WhatNoAccessorSeesIsRefusedWithItsReason() =>
        Assert.Contains("library", Assert.Throws<NotSupportedException>(() => RungRecorder.Record(new TensorRows(), new Plane<byte>(5, 5))).Message);

    [Fact]
    public void WalkingDownTheColumnsTouchesTheSameBytesInAnotherOrder()
    {
        Plane<byte> image = MeanOracle.Picture(20, 10);
        Access[] rows = RungRecorder.Record(new FlatDoubles(), image).Trace.Accesses.ToArray();
        Access[] columns = RungRecorder.Record(new ColumnsFirst(), image).Trace.Accesses.ToArray();
        Assert.NotEqual(rows, columns);
        Assert.Equal(rows.OrderBy(access => access.Address), columns.OrderBy(access => access.Address));
    }

    /// <summary>Lists and arrays also check their counts, lengths and bounds, 4 bytes each, which the formulas leave out.</summary>
    private static (long Loads, long Stores) Count(Trace trace)
    {
        Access[] accesses = trace.Accesses.ToArray();
        bool IsCheck(Access access) => access.Size == 4 && access.Kind != AccessKind.Store && trace.Arrays[access.Array].ElementBytes != 4;
        return (accesses.LongCount(access => access.Kind == AccessKind.Load && !IsCheck(access)), accesses.LongCount(access => access.Kind == AccessKind.Store));
    }
}
