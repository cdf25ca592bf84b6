using Course.Traces;
using Course.Traces.Layouts;

namespace Course.Tests.Traces.Layouts;

/// <summary>The 3x3 mean through each traced storage: the plain loop's result, and accesses that equal closed formulas.</summary>
public class TracedRowsTests
{
    private const int Height = 6, Width = 9, Interior = (Height - 2) * (Width - 2);

    private static readonly double[][] _rows = [.. Enumerable.Range(0, Height).Select(y => Enumerable.Range(0, Width).Select(x => (double)(y * y + 7 * x % 5)).ToArray())];

    // Per step: count, items and length of a list, or the length of an array; then the pointer or number. A boxed number is one more.
    public static TheoryData<string, int, int> Storages() => new()
    {
        { "boxed lists", 4 + 4 + 1, 4 + 3 },
        { "lists", 4 + 4, 4 + 3 },
        { "jagged", 2 + 2, 2 + 1 },
        { "python", 3 + 3 + 1, 3 + 2 },
    };

    [Theory, MemberData(nameof(Storages))]
    public void RowsGiveTheBlurAndItsAccesses(string storage, int loadsPerRead, int loadsPerWrite)
    {
        var heap = new SimulatedHeap(0, 1 << 16, HeapPlacement.LastFreed, 16);
        MemoryLayout Make(string name) => storage switch
        {
            "boxed lists" => RecordedLayout.Of([.. _rows.Select(row => row.Select(value => (object)value).ToList())], name),
            "lists" => RecordedLayout.Of([.. _rows.Select(row => row.ToList())], name),
            "jagged" => RecordedLayout.Of([.. _rows.Select(row => row.ToArray())], name),
            _ => SimulatedList.OfRows(heap, ObjectModel.PythonFloats, name, Rectangle()),
        };
        MemoryLayout imageLayout = Make("image"), resultLayout = Make("result");
        var trace = new Trace();
        var image = new TracedRows(imageLayout, trace);
        var result = new TracedRows(resultLayout, trace);

        for (int y = 1; y < image.Count - 1; y++)
            for (int x = 1; x < Width - 1; x++)
            {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += image[y + dy][x + dx];
                result[y][x] = sum / 9;
            }

        Access[] accesses = trace.Accesses.ToArray();
        bool isBoxed = storage is "boxed lists" or "python", hasVersion = storage is "boxed lists" or "lists";
        Assert.Equal(Interior * (9 * loadsPerRead + loadsPerWrite), accesses.Count(access => access.Kind == AccessKind.Load));
        Assert.Equal(Interior * (isBoxed ? 2 : 1), accesses.Count(access => access.Kind == AccessKind.Store));
        Assert.Equal(hasVersion ? Interior : 0, accesses.Count(access => access.Kind == AccessKind.Modify));
        Assert.Equal(Interior * 9, accesses.Count(access => trace.Arrays[access.Array].Name == "image" && access.Size == 8));
        LayoutBlock[] blocks = [.. imageLayout.Blocks, .. resultLayout.Blocks];
        Assert.All(accesses, access => Assert.Contains(blocks, block => block.Contains(access.Address) && block.Contains(access.Address + (ulong)access.Size - 1)));
        AssertBlurred((y, x) => LayoutWalk.Follow(resultLayout, y, x));
    }

    [Fact]
    public void ARectangleGivesTheBlurAndItsAccesses()
    {
        MemoryLayout resultLayout = RecordedLayout.Of(Rectangle(), "result");
        var trace = new Trace();
        var image = new TracedRectangle(RecordedLayout.Of(Rectangle(), "image"), trace);
        var result = new TracedRectangle(resultLayout, trace);

        for (int y = 1; y < image.GetLength(0) - 1; y++)
            for (int x = 1; x < image.GetLength(1) - 1; x++)
            {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += image[y + dy, x + dx];
                result[y, x] = sum / 9;
            }

        // Two bounds for each dimension.
        Assert.Equal(Interior * (9 * 5 + 5), trace.Count);
        AssertInRegions(trace);
        AssertBlurred((y, x) => LayoutWalk.Follow(resultLayout, y, x));
    }

    [Fact]
    public void AFlatArrayGivesTheBlurAndItsAccesses()
    {
        MemoryLayout resultLayout = RecordedLayout.Of(_rows.SelectMany(row => row).ToArray(), "result");
        var trace = new Trace();
        var image = new TracedArray(new SimulatedArray(new SimulatedHeap(0, 1024), "image", [.. _rows.SelectMany(row => row)]), trace);
        var result = new TracedArray(resultLayout, trace);

        for (int y = 1; y < Height - 1; y++)
            for (int x = 1; x < Width - 1; x++)
            {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += image[(y + dy) * Width + x + dx];
                result[y * Width + x] = sum / 9;
            }

        Assert.Equal(Interior * (9 * 2 + 2), trace.Count);
        AssertInRegions(trace);
        AssertBlurred((y, x) => LayoutWalk.Follow(resultLayout, y * Width + x));
    }

    [Fact]
    public void AWrongShapeNamesTheRightOne()
    {
        var trace = new Trace();
        MemoryLayout flat = RecordedLayout.Of(new double[3]), rows = RecordedLayout.Of(_rows), rectangle = RecordedLayout.Of(Rectangle());
        Assert.Contains("TracedArray", Assert.Throws<ArgumentException>(() => new TracedRows(flat, trace)).Message);
        Assert.Contains("TracedRows", Assert.Throws<ArgumentException>(() => new TracedArray(rows, trace)).Message);
        Assert.Contains("no double[,]", Assert.Throws<ArgumentException>(() => new TracedRectangle(rows, trace)).Message);
        Assert.Throws<ArgumentException>(() => new TracedRows(rectangle, trace));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TracedRows(rows, trace)[Height]);
        Assert.Equal(0, trace.Count);
    }

    [Fact]
    public void WritingToATraceLeavesTheRealNumbersAlone()
    {
        double[,] real = Rectangle();
        _ = new TracedRectangle(RecordedLayout.Of(real), new Trace()) { [0, 0] = 99 };
        Assert.Equal(_rows[0][0], real[0, 0]);
    }

    private static double[,] Rectangle()
    {
        var rectangle = new double[Height, Width];
        for (int y = 0; y < Height; y++) for (int x = 0; x < Width; x++) rectangle[y, x] = _rows[y][x];
        return rectangle;
    }

    /// <summary>The numbers' accesses of 8 bytes lie in the region the trace states; checks lie in the header before it.</summary>
    private static void AssertInRegions(Trace trace)
    {
        foreach (Access access in trace.Accesses)
            Assert.Equal(access.Size == 8, trace.Arrays[access.Array].Contains(access.Address));
    }

    private static void AssertBlurred(Func<int, int, double> pixel)
    {
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
            {
                bool isBorder = y is 0 or Height - 1 || x is 0 or Width - 1;
                double expected = isBorder ? _rows[y][x] : _rows[(y - 1)..(y + 2)].Sum(row => row[(x - 1)..(x + 2)].Sum()) / 9;
                Assert.Equal(expected, pixel(y, x), 1e-12);
            }
    }
}
