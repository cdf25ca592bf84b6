using Checks;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Xunit.Abstractions;

namespace Exercises.Tests;

/// <summary>One test for each exercise and criterion, for the Test Explorer and <c>dotnet test tests/Exercises.Tests</c>.</summary>
public class ExerciseTests(Answers answers, ITestOutputHelper output) : IClassFixture<Answers>
{
    public static TheoryData<string, string> Criteria()
    {
        var criteria = new TheoryData<string, string>();
        foreach (Exercise exercise in ExerciseSet.All)
            foreach (CriterionFile criterion in ExerciseFolder.Find(Answers.Notebooks, exercise.Id).File.Criteria) criteria.Add(exercise.Id, criterion.Name);
        return criteria;
    }

    [SkippableTheory, MemberData(nameof(Criteria))]
    public void Exercise(string id, string criterion)
    {
        Verdict? verdict = answers.Of(id);
        Skip.If(verdict is null, $"No notebook has a cell that begins with // exercise: {id}.");
        CriterionResult result = verdict!.Criteria.Single(each => each.Name == criterion);
        Skip.If(result.Outcome == Outcome.Inconclusive, verdict.Reason);
        Assert.True(result.Outcome == Outcome.Earned, VerdictText.Write(verdict));
        output.WriteLine(VerdictText.Write(verdict));
    }
}
