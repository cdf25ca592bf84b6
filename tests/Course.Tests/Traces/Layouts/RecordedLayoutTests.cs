using System.Runtime.InteropServices;
using Course.Traces.Layouts;

namespace Course.Tests.Traces.Layouts;

/// <summary>The addresses are checked by reading this process's own memory at them.</summary>
public class RecordedLayoutTests
{
    private const int Height = 3, Width = 5;

    public static TheoryData<string> Kinds() => ["boxed lists", "lists", "jagged", "rectangular", "boxed list", "list", "flat"];

    [Theory, MemberData(nameof(Kinds))]
    public void MemoryHoldsWhatTheLayoutSays(string kind)
    {
        double[] numbers = [.. Enumerable.Range(0, Height * Width).Select(i => i + 0.25)];
        double[][] rows = [.. numbers.Chunk(Width)];
        var rectangle = new double[Height, Width];
        Buffer.BlockCopy(numbers, 0, rectangle, 0, numbers.Length * sizeof(double));
        List<List<object>> boxedLists = [.. rows.Select(row => row.Select(value => (object)value).ToList())];
        List<List<double>> lists = [.. rows.Select(row => row.ToList())];
        List<object> boxed = [.. numbers.Select(value => (object)value)];
        List<double> list = [.. numbers];
        // Objects that survived a full collection lie still until the next one.
        GC.Collect();
        RecordedLayout layout = kind switch
        {
            "boxed lists" => RecordedLayout.Of(boxedLists),
            "lists" => RecordedLayout.Of(lists),
            "jagged" => RecordedLayout.Of(rows),
            "rectangular" => RecordedLayout.Of(rectangle),
            "boxed list" => RecordedLayout.Of(boxed),
            "list" => RecordedLayout.Of(list),
            _ => RecordedLayout.Of(numbers),
        };

        bool nested = kind is "boxed lists" or "lists" or "jagged" or "rectangular";
        for (int i = 0; i < numbers.Length; i++)
        {
            int[] path = nested ? [i / Width, i % Width] : [i];
            Assert.Equal(numbers[i], LayoutWalk.Follow(layout, path));
            foreach (LayoutRead read in layout.Read(path)) AssertInMemory(read);
        }
        LayoutWalk.AssertWellFormed(layout);
        GC.KeepAlive((rows, rectangle, boxedLists, lists, boxed, list));
    }

    [Fact]
    public void BlocksHaveTheSizesThatTheRuntimeAllocates()
    {
        AssertAllocates(RecordedLayout.Of, () => new double[7]);
        AssertAllocates(RecordedLayout.Of, () => new double[3, 4]);
        AssertAllocates(RecordedLayout.Of, () => new List<object>(6) { 1.5, 2.5 });
        AssertAllocates(RecordedLayout.Of, () => new List<double> { 1.5 });
    }

    [Fact]
    public void OtherObjectsAndEmptyListsAreTold()
    {
        Assert.Contains("list[1] is String", Assert.Throws<ArgumentException>(() => RecordedLayout.Of([1.5, "two"])).Message);
        Assert.Single(RecordedLayout.Of(new List<double>()).Blocks);
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordedLayout.Of(new List<double>()).Read(0));
        Assert.Throws<ArgumentException>(() => RecordedLayout.Of(new double[2, 2]).Read(1));
    }

    private static void AssertInMemory(LayoutRead read)
    {
        var address = (nint)read.Address;
        if (read.Target != 0) Assert.Equal(read.Target, (ulong)Marshal.ReadInt64(address));
        else if (read.Kind == ReadKind.Value) Assert.Equal(read.Value, BitConverter.Int64BitsToDouble(Marshal.ReadInt64(address)));
        else Assert.Equal(read.Value, Marshal.ReadInt32(address));
    }

    private static void AssertAllocates<T>(Func<T, string, RecordedLayout> record, Func<T> make)
    {
        make();
        long before = GC.GetAllocatedBytesForCurrentThread();
        T made = make();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(allocated, record(made, "it").Blocks.Sum(block => block.Bytes));
    }
}
