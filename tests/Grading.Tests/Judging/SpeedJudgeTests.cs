using Checks;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Children;
using Grading.Compiling;
using Grading.Judging;

namespace Grading.Tests.Judging;

/// <summary>The judge of speed with real processes.</summary>
[Collection(OneJudge.Collection)]
public class SpeedJudgeTests
{
    private static readonly Criterion.Speed Speed = new(Counting.Call);
    private static readonly Band[] Bands = [new() { AtLeast = 0.5 }];

    /// <summary>The second process of the solution runs something else, which takes 1.5 times as long: nothing may be judged by these.</summary>
    [Fact]
    public void Rivals_that_differ_leave_the_speed_open()
    {
        Form solution = Form(1_000), other = Form(1_500), naive = Form(8_000);
        var assignment = new Assignment(new Counting(), new ExerciseFile { Title = "", Notebook = "", Goal = "", Criteria = [] }, solution, new PlainLauncher(), Seed: 1);
        using var rivals = new Rivals(assignment, Speed, solution, other, naive);
        Measured measured = SpeedJudge.Run(assignment, Speed, Bands, rivals, TimeSpan.FromSeconds(2));
        Assert.True(measured.IsNoise, $"{measured.Got}, {measured.Wanted}");
        Assert.Contains("the same code took", measured.Open, StringComparison.Ordinal);
    }

    /// <summary>A solution's process that somebody ends between two answers is replaced, and the second answer is not to blame.</summary>
    [Fact]
    public void A_rival_that_is_gone_is_nobodys_crash()
    {
        using var judge = new Judge(Repository.Notebooks, new PlainLauncher());
        string answer = File.ReadAllText(Path.Combine(Repository.Notebooks, "exercises", "vector-sum", "Solution.cs"));
        judge.Decide("vector-sum", answer, seed: 1);
        Rivals before = judge.Rivals!;
        before.Again.Dispose();
        VerdictStatus status = judge.Decide("vector-sum", answer, seed: 1).Status;
        Assert.True(status is VerdictStatus.Pass or VerdictStatus.Inconclusive, $"{status}");
        Assert.NotSame(before, judge.Rivals);
    }

    private static Form Form(int turns) => new("answer", SubmissionCompiler.Compile($$"""
        static class Loop
        {
            public static int Run(int[] seeds)
            {
                uint state = (uint)seeds[0];
                for (int i = 0; i < {{turns}}; i++) state = state * 1664525 + 1013904223;
                return (state == 12345) ? 1 : 0;
            }
        }
        """, []).Image!);

    private sealed class Counting : Exercise
    {
        public override string Id => "counting";

        public override string Entry => "Loop.Run";

        public override Delegate Reference => (int[] seeds) => 0;

        public override IEnumerable<Call> Cases(Random random) => [Call(random)];

        public static Call Call(Random random) => new("one seed", new[] { 7 });
    }
}
