using System.Runtime.CompilerServices;
using Course.Measure.Counting;
using Course.Profile.Allocations;
using Course.Profile.Calls;
using Course.Profile.Heap;
using Course.Profile.Lines;
using Course.Profile.Pauses;
using Course.Profile.Sampling;
using Course.Tests.Profile.Sampling;

namespace Course.Tests.Profile;

/// <summary>Every tool measures what it costs and prints that with its result.</summary>
[Collection("Timing")]
public class OverheadTests
{
    private const string Program = "A.Work(); static class A { public static int Work()\n{\n int sum = 0;\n for (int i = 0; i < 1000; i++) sum += Twice(i);\n return sum;\n}\n static int Twice(int n) => 2 * n; }";

    private static double _sink;

    public static TheoryData<string, string> Costs { get; } = new()
    {
        { nameof(SamplingProfile), @"taking samples held the program up for \d+ ms|how long taking samples held the program up is not known" },
        { nameof(CallProfile), @"A call's probes cost [1-9]\d* ns here, [\d.,]+ ms for 1,001 calls; that is subtracted" },
        { nameof(LineProfile), @"A probe costs [1-9]\d* ns here, [\d.,]+ ms for [\d,]+ of them; that is subtracted" },
        { nameof(AllocationProfile), @"The session cost [1-9][\d,]* ms around the work" },
        { nameof(HeapSnapshot), @"Walking [\d,]+ objects took \d+\.\d s" },
        { nameof(HeapGrowth), @"Walking [\d,]+ objects took \d+\.\d s" },
        { nameof(GcProfile), @"Listening to the collector took \d+\.\d ms" },
        { nameof(Counters), @"An empty run, counted in the same way: .*elapsed \d+\.\d+ ms" },
    };

    [Theory, MemberData(nameof(Costs))]
    public void Every_result_tells_what_it_cost(string tool, string cost) => Assert.Matches(cost, tool switch
    {
        nameof(SamplingProfile) => SamplingProfile.Of(() => Busy(30_000_000)).ToString(),
        nameof(CallProfile) => CallProfile.OfProgram(Program, "program.cs", []).ToString(),
        nameof(LineProfile) => LineProfile.OfProgram(Program, "program.cs", "Work", []).ToString(),
        nameof(AllocationProfile) => AllocationProfile.Of(() => { for (int i = 0; i < 100; i++) GC.KeepAlive(new byte[10_000]); }).ToString(),
        nameof(HeapSnapshot) => HeapSnapshot.Take().ToString(),
        nameof(HeapGrowth) => HeapSnapshot.Take() is var before ? HeapSnapshot.Take().Since(before).ToString() : "",
        nameof(GcProfile) => GcProfile.Of(5, 2, () => GC.Collect(0)).ToString(),
        _ => Counters.Measure("nothing", () => { }).ToString(),
    });

    [Fact]
    public void A_profile_of_another_process_tells_it_too()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        Assert.Matches(@"Cost: (taking samples held the program up for \d+ ms, \d+\.\d%|how long).* start, end and reading took [1-9]\d* ms", SamplingProfile.Attach(program.Id, 0.5).ToString());
        AllocationProfile allocations = AllocationProfile.Attach(program.Id, 0.5);
        Assert.Contains($"process {program.Id} (Course.Tests)", allocations.Title);
        Assert.Matches(@"The session cost [1-9][\d,]* ms", allocations.ToString());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Busy(int count)
    {
        for (int i = 0; i < count; i++) _sink += Math.Sqrt(i);
    }
}
