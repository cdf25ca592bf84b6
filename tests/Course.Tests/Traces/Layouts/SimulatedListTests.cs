using Course.Traces.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Traces.Layouts;

public class SimulatedListTests
{
    public static TheoryData<string> Models() => [.. AllModels.Keys];

    private static Dictionary<string, ObjectModel> AllModels { get; } =
        new[] { ObjectModel.PythonFloats, ObjectModel.PythonIntegers, ObjectModel.DotNet }.ToDictionary(model => model.Name);

    /// <summary>Every read lies in the block it names, finds what the block's fields say, and follows the pointer read before it.</summary>
    [Theory, MemberData(nameof(Models))]
    public void ReadsFollowThePointersThroughTheBlocks(string model)
    {
        var values = new double[5, 7];
        for (int y = 0; y < 5; y++) for (int x = 0; x < 7; x++) values[y, x] = 1000 * y + x - 3;
        SimulatedList rows = SimulatedList.OfRows(SimulatedHeap.Fragmented(0x10000, 1 << 16, 1), AllModels[model], "image", values);

        for (int y = 0; y < 5; y++)
            for (int x = 0; x < 7; x++)
                Assert.Equal(values[y, x], LayoutWalk.Follow(rows, y, x));
        LayoutWalk.AssertWellFormed(rows);
    }

    [Fact]
    public void TwoIndicesTakeFivePointersAndTheNumber()
    {
        SimulatedList rows = SimulatedList.OfRows(new SimulatedHeap(0, 4096), ObjectModel.PythonFloats, "list", new double[3, 2]);

        Assert.Equal(
            [("list", ReadKind.Items), ("pointers of list", ReadKind.Entry), ("list[2]", ReadKind.Items), ("pointers of list[2]", ReadKind.Entry), ("list[2][1]", ReadKind.Value)],
            rows.Read(2, 1).Where(read => read.Kind != ReadKind.Check).Select(read => (read.Block, read.Kind)));
    }

    [Fact]
    public void PythonSharesSmallIntegersAndBoxesTheRest()
    {
        var list = new SimulatedList(new SimulatedHeap(0, 4096), ObjectModel.PythonIntegers, "list");
        foreach (double value in new[] { 7.0, 7, 256, 257, 257 }) list.Append(value);

        ulong[] targets = [.. Enumerable.Range(0, 5).Select(i => list.Read(i)[^2].Target)];
        Assert.Equal(targets[0], targets[1]);
        Assert.Equal(4, targets.Distinct().Count());
        list.Set(0, 8);
        Assert.Equal(7, LayoutWalk.Follow(list, 1));
    }

    [Fact]
    public void ANewNumberIsANewObjectAndTheOldOneGoes()
    {
        var pythonHeap = new SimulatedHeap(0, 4096, HeapPlacement.LastFreed, 16);
        var python = new SimulatedList(pythonHeap, ObjectModel.PythonFloats, "list");
        python.Append(1.5);
        ulong old = python.Read(0)[^2].Target;
        python.Set(0, 2.5);
        Assert.Equal(HeapEventKind.Freed, pythonHeap.Events[^1].Kind);
        python.Set(0, 3.5);
        Assert.Equal((old, 3.5), (python.Read(0)[^2].Target, LayoutWalk.Follow(python, 0)));

        var dotNetHeap = new SimulatedHeap(0, 4096);
        var dotNet = new SimulatedList(dotNetHeap, ObjectModel.DotNet, "list");
        dotNet.Append(1.5);
        dotNet.Set(0, 2.5);
        Assert.Equal("list[0]", Assert.Single(dotNetHeap.Blocks, block => block.State == BlockState.Garbage).Name);
    }

    /// <summary>Whatever is appended and replaced, what the heap holds in use is what the list leads to, and the numbers are the last ones set.</summary>
    [Theory, MemberData(nameof(Models))]
    public void TheHeapHoldsExactlyTheListsBlocks(string model) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(
        Gen.Choose(-400, 400).ListOf().ToArbitrary(),
        moves =>
        {
            var heap = new SimulatedHeap(0, 1 << 16, model == ObjectModel.DotNet.Name ? HeapPlacement.Bump : HeapPlacement.LastFreed, 16);
            var list = new SimulatedList(heap, AllModels[model], "list");
            List<double> expected = [];
            foreach (int move in moves)
            {
                if (expected.Count == 0 || move % 3 != 0)
                {
                    list.Append(move);
                    expected.Add(move);
                }
                else
                {
                    int at = Math.Abs(move) % expected.Count;
                    list.Set(at, move + 1000);
                    expected[at] = move + 1000;
                }
            }
            // A shared small integer stays after the last list that held it.
            var shared = heap.Blocks.Where(block => block.Name.StartsWith("int ", StringComparison.Ordinal)).Select(block => block.Address).ToHashSet();
            Assert.Equal(
                list.Blocks.Select(block => block.Address).Where(address => !shared.Contains(address)).Order(),
                heap.Blocks.Where(block => block.State == BlockState.Used && !shared.Contains(block.Address)).Select(block => block.Address));
            Assert.Equal(expected, Enumerable.Range(0, expected.Count).Select(i => LayoutWalk.Follow(list, i)));
        }));

    [SkippableFact]
    public void CPythonGrowsAndLiesAsTheModelSays()
    {
        string[] lines = PythonPeer.Run("""
            import sys, ctypes
            def word(address): return ctypes.c_uint64.from_address(address).value
            numbers, many, one = [], int("257"), int("257")
            for i in range(200):
                numbers.append(i + 0.5)
                print((sys.getsizeof(numbers) - sys.getsizeof([])) // 8)
            items = word(id(numbers) + 24)
            print(sys.version_info[:2] >= (3, 9), sys.getsizeof([]), sys.getsizeof(1.5), sys.getsizeof(1000), word(id(numbers) + 16),
                  word(items + 8) == id(numbers[1]), ctypes.c_double.from_address(id(numbers[1]) + 16).value,
                  ctypes.c_uint32.from_address(id(1000) + 24).value, id(int("256")) == id(int("256")), many is one)
            """).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var list = new SimulatedList(new SimulatedHeap(0, 1 << 20, HeapPlacement.LastFreed, 16), ObjectModel.PythonFloats, "list");
        for (int i = 0; i < 200; i++)
        {
            list.Append(i + 0.5);
            Assert.Equal(int.Parse(lines[i]), list.Capacity);
        }
        (ObjectModel floats, ObjectModel integers) = (ObjectModel.PythonFloats, ObjectModel.PythonIntegers);
        Assert.Equal((24, 16, 16, 24), (floats.ItemsOffset, floats.Count.Offset, floats.Box.ValueOffset, integers.Box.ValueOffset));
        Assert.Equal($"True {floats.ListHeaderBytes + floats.ListBytes} {floats.Box.Bytes} {integers.Box.Bytes} 200 True 1.5 1000 True False", lines[200]);
    }

    [Fact]
    public void AnArrayGrowsByCopyingAndTakesOneReadAndACheck()
    {
        var heap = new SimulatedHeap(0, 4096);
        var array = new SimulatedArray(heap, "array");
        var real = new List<double>();
        for (int i = 0; i < 20; i++)
        {
            array.Append(i);
            real.Add(i);
            Assert.Equal(real.Capacity, array.Capacity);
        }

        Assert.Equal([32, 64, 128], heap.Events.Where(e => e.Kind == HeapEventKind.Copied).Select(e => e.Bytes));
        Assert.Equal([ReadKind.Check, ReadKind.Value], array.Read(19).Select(read => read.Kind));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (double)i), Enumerable.Range(0, 20).Select(i => LayoutWalk.Follow(array, i)));
        Assert.All(Enumerable.Range(1, 19), i => Assert.Equal(8ul, array.Read(i)[^1].Address - array.Read(i - 1)[^1].Address));
        LayoutWalk.AssertWellFormed(array);
    }

    [Fact]
    public void WrongIndicesAreNamed()
    {
        SimulatedList rows = SimulatedList.OfRows(new SimulatedHeap(0, 4096), ObjectModel.DotNet, "image", new double[2, 2]);
        Assert.Contains("image[1] has 2 elements", Assert.Throws<ArgumentOutOfRangeException>(() => rows.Read(1, 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Read(-1));
        Assert.Throws<ArgumentException>(() => rows.Read());
        Assert.Throws<ArgumentException>(() => rows.Read(0, 0, 0));
        Assert.Throws<ArgumentException>(() => rows.Set(0, 1));
    }
}
