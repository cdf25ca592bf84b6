using Judged;

namespace Grading.Tests.Judged;

public class ValuesTests
{
    private static readonly object?[] Every =
    [
        true, (byte)7, -3, 1L << 40, ulong.MaxValue, 1.5f, double.NaN, "text \uD800 of any kind", null, Array.Empty<int>(),
        new byte[] { 1, 2 }, new long[,] { { 1, 2 }, { 3, 4 } }, new[] { new[] { 1.0 }, [], [2, 3] }, new[] { "a", null, "" }, new bool[2, 0],
    ];

    [Fact]
    public void What_is_written_is_read()
    {
        object?[] read = ValueReader.Read(ValueWriter.Write(Every, counted: false));
        Assert.Equal(Every.Length, read.Length);
        for (int i = 0; i < read.Length; i++)
        {
            Assert.Equal(Every[i]?.GetType(), read[i]?.GetType());
            Assert.Null(Grading.Judging.ValueComparison.First(Every[i], read[i], 0));
        }
    }

    [Fact]
    public void Counted_forms_leave_their_values_at_home()
    {
        object?[] read = ValueReader.Read(ValueWriter.Write([new CountedGrid(2, 1, [5, 6]), new CountedArray([7])], counted: true));
        Assert.Null(Assert.IsType<CountedGrid>(read[0]).Pixels);
        Assert.Null(Assert.IsType<CountedArray>(read[1]).Elements);
    }

    /// <summary>Whatever a child sends, the judge gets values or a refusal, and never more memory than bytes that were sent can fill.</summary>
    [Fact]
    public void Broken_bytes_are_refused_and_cost_little()
    {
        var random = new Random(8);
        byte[] good = ValueWriter.Write(Every, counted: false);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] broken = random.Next(3) == 0 ? new byte[random.Next(40)] : [.. good.AsSpan(0, random.Next(good.Length + 1))];
            if (random.Next(3) == 0) random.NextBytes(broken);
            for (int change = random.Next(4); change > 0 && broken.Length > 0; change--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try { ValueReader.Read(broken); }
            catch (InvalidDataException) { }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 16);
        }
    }

    [Fact]
    public void A_frame_longer_than_agreed_is_refused_before_it_is_read()
    {
        var frames = new Frames(new MemoryStream([(byte)FrameKind.Done, 0xFF, 0xFF, 0xFF, 0x7F]), Stream.Null, mostBytes: 1000);
        Assert.Throws<InvalidDataException>(() => frames.Read());
        Assert.Throws<InvalidDataException>(() => new Frames(new MemoryStream([99, 0, 0, 0, 0]), Stream.Null, 1000).Read());
        Assert.Throws<EndOfStreamException>(() => new Frames(new MemoryStream([(byte)FrameKind.Done, 4, 0, 0, 0, 1]), Stream.Null, 1000).Read());
    }
}
