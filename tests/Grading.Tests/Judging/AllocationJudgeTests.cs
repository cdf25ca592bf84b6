using Course.Exercises.Verdicts;

namespace Grading.Tests.Judging;

/// <summary>Two children with different inputs have to count the same bytes; of an honest answer they must.</summary>
[Collection(OneJudge.Collection)]
public class AllocationJudgeTests(OneJudge one)
{
    private const string GroupsOfEverything = """
        // exercise: fix-the-batch
        static class SmallBatch
        {
            public static string Report(int[] years, string[] archive, string[] names, byte[][] pictures)
            {
                var yearOf = new Dictionary<string, int>();
                for (int row = 0; row < archive.Length; row++) yearOf.TryAdd(archive[row], years[row]);
                var lines = new Dictionary<string, List<string>>();
                var report = new StringBuilder();
                for (int i = 0; i < names.Length; i++)
                {
                    var most = pictures[i].GroupBy(pixel => pixel).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.Key ?? 0;
                    string line = $"{names[i]} {(yearOf.TryGetValue(names[i], out int year) ? year.ToString() : "unknown")} {most}\n";
                    if (!lines.TryGetValue(names[i], out var same)) lines[names[i]] = same = new List<string>();
                    same.Add(line);
                    report.Append(line);
                }
                return report.ToString();
            }
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_answer_that_allocates_for_each_different_value_is_not_accused(long seed)
    {
        Verdict verdict = one.Judge.Decide("fix-the-batch", GroupsOfEverything, seed);
        Assert.DoesNotContain("allocated bytes", verdict.Reason);
        Assert.Equal(Outcome.Earned, verdict.Criteria.Single(each => each.Name == "correct").Outcome);
    }
}
