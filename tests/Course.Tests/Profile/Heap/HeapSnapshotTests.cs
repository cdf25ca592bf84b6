using Course.Profile.Heap;

namespace Course.Tests.Profile.Heap;

[Collection("Timing")]
public class HeapSnapshotTests
{
    private sealed class Planted { public byte[] Load = new byte[200]; public Planted? Next; }

    private sealed class Holder { public readonly Dictionary<int, Planted> Seen = []; }

    private static class Leak { public static readonly Holder Kept = new(); public static Planted? Chain; }

    private sealed record Passing(long A, long B);

    [Fact]
    public void A_planted_leak_is_counted_and_named_with_its_root()
    {
        HeapSnapshot before = HeapSnapshot.Take();
        for (int i = 0; i < 10_000; i++)
        {
            Leak.Kept.Seen[i] = new Planted();
            GC.KeepAlive(new Passing(i, i));
        }
        HeapGrowth growth = HeapSnapshot.Take().Since(before);
        GrownType planted = growth["HeapSnapshotTests.Planted"];
        Assert.Equal((10_000, 320_000, 10_000), (planted.Objects, planted.Bytes, planted.PathObjects));
        Assert.StartsWith("static HeapSnapshotTests.Leak.Kept → HeapSnapshotTests.Holder → Seen: Dictionary<Int32, HeapSnapshotTests.Planted> → _entries:", planted.Path);
        Assert.EndsWith("HeapSnapshotTests.Planted → Load: Byte[]", growth["Byte[]"].Path);
        Assert.DoesNotContain(growth.Types, type => type.Type.Contains("Passing"));
        Leak.Kept.Seen.Clear();
    }

    [Fact]
    public void A_chain_of_any_length_is_one_path()
    {
        HeapSnapshot before = HeapSnapshot.Take();
        for (int i = 0; i < 5000; i++) Leak.Chain = new Planted { Next = Leak.Chain };
        GrownType chain = HeapSnapshot.Take().Since(before)["HeapSnapshotTests.Planted"];
        Assert.Equal((5000, 5000), (chain.Objects, chain.PathObjects));
        Assert.Equal("static HeapSnapshotTests.Leak.Chain → HeapSnapshotTests.Planted", chain.Path);
        Leak.Chain = null;
    }
}
