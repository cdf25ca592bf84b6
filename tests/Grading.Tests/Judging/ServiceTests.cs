using Checks;
using Course.Exercises.Files;
using Grading.Children;
using Grading.Compiling;
using Grading.Judging;

namespace Grading.Tests.Judging;

/// <summary>Functions that the judge runs for the answer: calls are counted, also those under way at once.</summary>
[Collection(OneJudge.Collection)]
public class ServiceTests
{
    private const string AtMostThree = """
        static class Fetcher
        {
            public static async Task<long[]> All(long[] ids, Func<long, Task<long>> fetch)
            {
                var results = new long[ids.Length];
                using var gate = new SemaphoreSlim(3);
                async Task One(int i)
                {
                    await gate.WaitAsync();
                    try { results[i] = await fetch(ids[i]); }
                    finally { gate.Release(); }
                }
                await Task.WhenAll(Enumerable.Range(0, ids.Length).Select(One));
                return results;
            }
        }
        """;

    private const string OneByOne = """
        static class Fetcher
        {
            public static async Task<long[]> All(long[] ids, Func<long, Task<long>> fetch)
            {
                var results = new long[ids.Length];
                for (int i = 0; i < ids.Length; i++) results[i] = await fetch(ids[i]);
                return results;
            }
        }
        """;

    [Theory]
    [InlineData(AtMostThree, 3)]
    [InlineData(OneByOne, 1)]
    public void Calls_under_way_at_once_are_counted_by_the_judge(string source, int expected)
    {
        Assignment assignment = Of(new Fetching(), source);
        Assert.Null(CaseJudge.Run(assignment).Smallest);
        Measured measured = CountedJudge.Concurrency(assignment, new Criterion.Concurrency(Fetching.Call), [new Band { AtMost = 3, AtLeast = 3 }]);
        Assert.Equal("", measured.Wrong);
        Assert.Equal(expected, measured.Value);
        Assert.Equal(Measured.Judge, measured.CountedBy);
    }

    [Fact]
    public void Time_on_the_wall_tells_waiting_at_once_from_waiting_in_turn()
    {
        Assignment assignment = Of(new Fetching(), AtMostThree);
        using TimedForm together = new(assignment, assignment.Answer, new Criterion.Speed(Fetching.Call, OnTheWall: true)),
            inTurn = new(assignment, Of(new Fetching(), OneByOne).Answer, new Criterion.Speed(Fetching.Call, OnTheWall: true));
        together.WarmUp();
        inTurn.WarmUp();
        // The shortest of five: whatever comes between makes a call longer.
        double Shortest(TimedForm form) => Enumerable.Range(0, 5).Min(_ => form.TimeCall());
        Assert.True(Shortest(inTurn) > 1.3 * Shortest(together));
    }

    [Fact]
    public void Calls_of_a_function_are_operations()
    {
        const string source = "static class Twice { public static long Sum(int n, Func<long, long> f) { long s = 0; for (int i = 0; i < n; i++) s += f(i); return s; } }";
        Measured measured = CountedJudge.Operations(Of(new Calling(), source), new Criterion.Operations(Calling.Call), [new Band { AtMost = 10 }]);
        Assert.Equal("", measured.Wrong);
        Assert.Equal(10, measured.Value);
    }

    private static Assignment Of(Exercise exercise, string source)
    {
        byte[] image = SubmissionCompiler.Compile(source, []).Image!;
        var file = new ExerciseFile { Title = "", Notebook = "", Goal = "", Criteria = [] };
        return new Assignment(exercise, file, new Form("answer", image), new PlainLauncher(), Seed: 1);
    }

    private sealed class Fetching : Exercise
    {
        public override string Id => "fetching";

        public override string Entry => "Fetcher.All";

        public override Delegate Reference => async (long[] ids, Func<long, Task<long>> fetch) => await Task.WhenAll(ids.Select(fetch));

        public override IEnumerable<Call> Cases(Random random) => [Call(random)];

        public static Call Call(Random random) => new("twelve", Enumerable.Range(0, 12).Select(_ => random.NextInt64(100)).ToArray(), (Func<long, Task<long>>)(async id =>
        {
            await Task.Delay(10);
            return id * id;
        }));
    }

    private sealed class Calling : Exercise
    {
        public override string Id => "calling";

        public override string Entry => "Twice.Sum";

        public override Delegate Reference => (int n, Func<long, long> f) => Enumerable.Range(0, n).Sum(i => f(i));

        public override IEnumerable<Call> Cases(Random random) => [Call(random)];

        public static Call Call(Random random) => new("ten", 10, (Func<long, long>)(i => 3 * i));
    }
}
