using System.Runtime.CompilerServices;
using Course.Profile.Allocations;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Allocations;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[Collection("Timing")]
public class AllocationProfileTests(ITestOutputHelper output)
{
    private sealed record Small(long A, long B);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Objects(int count)
    {
        for (int i = 0; i < count; i++) GC.KeepAlive(new Small(i, i));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lists(int count)
    {
        for (int i = 0; i < count; i++) new List<int>(1000).Add(i);
    }

    [Fact]
    public void Lines_methods_and_types_are_found_within_ten_per_cent()
    {
        // 128 MB of small objects against 64 MB of lists' arrays.
        AllocationProfile profile = AllocationProfile.Of(() =>
        {
            Objects(4_000_000);
            Lists(16_000);
        });
        Assert.InRange(profile.ExactBytes!.Value, 192_000_000, 196_000_000);
        var types = profile.Types.ToDictionary(type => type.Type, type => type.Bytes);
        Assert.InRange(types["Small"], 128e6 * 0.9, 128e6 * 1.1);
        Assert.InRange(types["Int32[]"], 64e6 * 0.85, 64e6 * 1.15);
        AllocationSite small = profile.Sites[0];
        Assert.Equal(("AllocationProfileTests.Objects", "Small", ""), (small.Method, small.Type, small.Via));
        Assert.Matches(@"^AllocationProfileTests\.cs:1\d$", small.Line);
        Assert.InRange(small.Objects, 3_600_000, 4_400_000);
        AllocationSite list = profile.Sites.First(site => site.Type == "Int32[]");
        Assert.Equal("AllocationProfileTests.Lists", list.Method);
    }

    /// <summary>Two lines of one method; the wrong one of both counts, so an attempt is as good as its worse line.</summary>
    [Fact]
    public void Sampled_bytes_of_each_line_are_right_within_ten_per_cent() => Accuracy.Holds(() =>
    {
        // Headers and all: 24 + 976 bytes, and 24 + 9,976.
        AllocationProfile profile = AllocationProfile.Of(() =>
        {
            for (int i = 0; i < 160_000; i++) GC.KeepAlive(new byte[976]);
            for (int i = 0; i < 12_000; i++) GC.KeepAlive(new byte[9_976]);
        });
        double[] off = [.. profile.Lines.Take(2).Select(line => line.Bytes).OrderDescending().Zip([160e6, 120e6], (found, right) => found / right - 1)];
        output.WriteLine(string.Join(", ", profile.Lines.Take(3)));
        Assert.All(profile.Lines.Take(2), line => Assert.Matches(@"^AllocationProfileTests\.cs:\d+$", line.Line));
        return off.MaxBy(Math.Abs);
    }, -0.1, 0.1, output);

    [Fact]
    public void Work_that_throws_keeps_its_profile()
    {
        AllocationProfile profile = AllocationProfile.Of(() => { Objects(100_000); throw new FormatException("at last"); });
        Assert.Contains(profile.Notes, note => note.Contains("FormatException: at last"));
    }
}
