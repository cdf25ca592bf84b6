using System.Runtime.CompilerServices;
using Course.Profile.Allocations;

namespace Course.Tests.Profile.Allocations;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[Collection("Timing")]
public class AllocationProfileTests
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

    [Fact]
    public void Work_that_throws_keeps_its_profile()
    {
        AllocationProfile profile = AllocationProfile.Of(() => { Objects(100_000); throw new FormatException("at last"); });
        Assert.Contains(profile.Notes, note => note.Contains("FormatException: at last"));
    }
}
