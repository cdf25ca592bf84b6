using Course.Patterns;
using Course.Tests.Measure;

namespace Course.Tests.Patterns;

/// <summary>What the forms allocate follows closed formulas: the reason that notebook 16 gives for their times.</summary>
public sealed class AllocationTests
{
    private const int Header = 24, StringHeader = 22;

    [Fact]
    public void AResultArrayAndNothingElse()
    {
        long[] values = Squares.Input(1000), given = new long[1000];
        Assert.Equal(Header + 8 * 1000, AllocatedBytes.Of(() => Squares.Loop(values)));
        Assert.Equal(Header + 8 * 1000, AllocatedBytes.Of(() => Squares.Vectors(values)));
        Assert.Equal(0, AllocatedBytes.Of(() => Squares.VectorsInto(values, given)));
    }

    [Fact]
    public void AGrowingListCopiesItselfAtEachDoubling()
    {
        long[] values = Squares.Input(1000);
        long arrays = new[] { 4, 8, 16, 32, 64, 128, 256, 512, 1024 }.Sum(capacity => Header + 8L * capacity);
        Assert.Equal(arrays + 32, AllocatedBytes.Of(() => Squares.Appended(values)));
    }

    [Fact]
    public void PlusAllocatesEveryPrefixAndCreateTheTextAlone()
    {
        string[] parts = JoinedText.Input(300);
        long text = Rounded(StringHeader + 2 * JoinedText.Create(parts).Length);
        long prefixes = 0, length = 0;
        foreach (string part in parts) prefixes += Rounded(StringHeader + 2 * (length += part.Length + 1));
        Assert.Equal(prefixes, AllocatedBytes.Of(() => JoinedText.Plus(parts)));
        Assert.Equal(text, AllocatedBytes.Of(() => JoinedText.Create(parts)));
        Assert.InRange(AllocatedBytes.Of(() => JoinedText.Builder(parts)), text, 4 * text);
    }

    [Fact]
    public void LookupsAndColumnsAllocateNothing()
    {
        List<int> all = Lookup.Haystack(1000);
        HashSet<int> set = [.. all];
        int[] a = Rows.ColumnA(1000), b = Rows.ColumnB(1000), result = new int[1000];
        Assert.Equal(0, AllocatedBytes.Of(() => Lookup.InList(all, 999)));
        Assert.Equal(0, AllocatedBytes.Of(() => Lookup.InHashSet(set, 999)));
        Assert.Equal(0, AllocatedBytes.Of(() => Rows.VectorColumns(a, b, result)));
    }

    private static long Rounded(long bytes) => (bytes + 7) / 8 * 8;
}
