using Course.Traces.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Traces.Layouts;

public class SimulatedHeapTests
{
    /// <summary>Any life of a heap: its blocks tile it, used ones are exactly those handed out and not given up, and none overlap.</summary>
    [Fact]
    public void BlocksTileTheHeapWhateverHappens() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from placement in Gen.Elements(HeapPlacement.Bump, HeapPlacement.LastFreed)
         from moves in Gen.Choose(0, 10_000).ListOf()
         select (placement, moves)).ToArbitrary(),
        life =>
        {
            var heap = new SimulatedHeap(0x1000, 1024, life.placement, 16);
            List<ulong> held = [];
            long allocated = 0;
            foreach (int move in life.moves)
            {
                int which = held.Count == 0 ? 0 : move / 4 % held.Count;
                if (move % 4 < 2)
                {
                    try
                    {
                        held.Add(heap.Allocate(1 + move % 100, $"{move}"));
                        allocated++;
                    }
                    catch (InvalidOperationException full)
                    {
                        Assert.Contains("no free block", full.Message);
                    }
                }
                else if (held.Count > 0)
                {
                    if (move % 4 == 2) heap.Free(held[which]);
                    else heap.Abandon(held[which]);
                    held.RemoveAt(which);
                }
                ulong next = 0x1000;
                foreach (HeapBlock block in heap.Blocks)
                {
                    Assert.Equal(next, block.Address);
                    Assert.True(block.Bytes > 0 && block.Bytes % 16 == 0);
                    next += (ulong)block.Bytes;
                }
                Assert.Equal(0x1000u + 1024, next);
                Assert.Equal(held.Order(), heap.Blocks.Where(block => block.State == BlockState.Used).Select(block => block.Address));
            }
            Assert.Equal(allocated, heap.Events.Count(e => e.Kind == HeapEventKind.Allocated));
        }));

    [Fact]
    public void ABumpHeapGoesUpwardsAndCollectsAtItsEnd()
    {
        var heap = new SimulatedHeap(0, 304);
        ulong[] addresses = [.. Enumerable.Range(0, 5).Select(i =>
        {
            ulong address = heap.Allocate(100, $"picture {i}");
            heap.Abandon(address);
            return address;
        })];

        // 100 bytes become 104, so two fit before each collection.
        Assert.Equal([0ul, 104, 0, 104, 0], addresses);
        Assert.Equal([208, 208], heap.Events.Where(e => e.Kind == HeapEventKind.Collected).Select(e => e.Bytes));
    }

    [Fact]
    public void AHeapOfHolesGivesTheHoleFreedLast()
    {
        var heap = new SimulatedHeap(0, 1024, HeapPlacement.LastFreed, 16);
        ulong[] addresses = [.. Enumerable.Range(0, 4).Select(_ => heap.Allocate(32, "x"))];
        heap.Free(addresses[2]);
        heap.Free(addresses[0]);

        Assert.Equal((addresses[0], addresses[2], 128ul), (heap.Allocate(20, "a"), heap.Allocate(32, "b"), heap.Allocate(32, "c")));
    }

    [Fact]
    public void AFragmentedHeapScattersAndRepeats()
    {
        ulong[] Place(int seed)
        {
            var heap = SimulatedHeap.Fragmented(0x10000, 1 << 18, seed);
            return [.. Enumerable.Range(0, 200).Select(_ => heap.Allocate(32, "x"))];
        }
        ulong[] addresses = Place(3);

        int neighbours = addresses.Zip(addresses.Skip(1)).Count(pair => pair.Second == pair.First + 32);
        Assert.InRange(neighbours, 0, 5);
        Assert.Equal(addresses, Place(3));
        Assert.NotEqual(addresses, Place(4));
    }

    [Fact]
    public void WrongUseIsNamed()
    {
        var heap = new SimulatedHeap(0, 64);
        Assert.Throws<ArgumentException>(() => heap.Free(8));
        Assert.Throws<ArgumentException>(() => new SimulatedHeap(3, 64));
        Assert.Throws<ArgumentException>(() => new SimulatedHeap(ulong.MaxValue - 7, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedHeap(0, 64, alignment: 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => heap.Allocate(0, "nothing"));
        Assert.Contains("72 bytes for big", Assert.Throws<InvalidOperationException>(() => heap.Allocate(65, "big")).Message);
    }
}
