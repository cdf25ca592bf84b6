using Checks;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Judging;
using Grading.Submissions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks;
using Xunit.Abstractions;

namespace Grading.Tests;

/// <summary>Holds every exercise's files to what they promise: starters fail, solutions earn all, each mistake costs exactly its criterion.</summary>
[Collection(OneJudge.Collection)]
public class ExerciseFilesTests(OneJudge one, ITestOutputHelper output)
{
    private const int Seed = 20_261_121, Attempts = 3;

    public static TheoryData<string> Exercises() => [.. ExerciseSet.All.Select(each => each.Id)];

    public static TheoryData<string, string> Mistakes()
    {
        var mistakes = new TheoryData<string, string>();
        foreach (Exercise exercise in ExerciseSet.All)
            foreach (var wrong in ExerciseFolder.Find(Repository.Notebooks, exercise.Id).Wrong) mistakes.Add(exercise.Id, wrong.Name);
        return mistakes;
    }

    [Theory, MemberData(nameof(Exercises))]
    public void A_starter_compiles_and_fails(string id)
    {
        Verdict verdict = one.Judge.Decide(id, "// Only a remark is new.\n" + Folder(id).Starter, Seed);
        Assert.True(verdict is { Status: VerdictStatus.Fail, Points: 0, OutOf: > 0 }, VerdictText.Write(verdict));
        Assert.Contains("the starter as it was", verdict.Reason);
        // It is not the rule alone that keeps it from passing.
        Assert.Contains(verdict.Criteria, each => each.Outcome is Outcome.Missed or Outcome.Partly or Outcome.Inconclusive);
        Assert.NotEqual("", verdict.Next);
    }

    [Theory, MemberData(nameof(Exercises))]
    public void A_solution_earns_everything(string id)
    {
        Verdict verdict = Decide(id, Folder(id).Solution, each => each.Status == VerdictStatus.Pass);
        if (verdict.Status == VerdictStatus.Inconclusive) output.WriteLine("INCONCLUSIVE: " + verdict.Reason);
        else Assert.True(verdict.Status == VerdictStatus.Pass, VerdictText.Write(verdict));
    }

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_costs_exactly_its_criterion(string id, string mistake)
    {
        var wrong = Folder(id).Wrong.Single(each => each.Name == mistake);
        Verdict verdict = Decide(id, wrong.Source, each => Lost(each).SequenceEqual([wrong.Criterion]));
        CriterionResult judged = verdict.Criteria.Single(each => each.Name == wrong.Criterion);
        if (judged.Outcome == Outcome.Inconclusive) output.WriteLine("INCONCLUSIVE: " + verdict.Reason);
        else Assert.True(Lost(verdict).SequenceEqual([wrong.Criterion]), VerdictText.Write(verdict));
    }

    [Theory, MemberData(nameof(Exercises))]
    public void The_files_are_complete_and_agree_with_the_checks(string id)
    {
        ExerciseFolder folder = Folder(id);
        Assert.Equal(["correct", .. ExerciseSet.Find(id)!.Criteria.Select(each => each.Name)], folder.File.Criteria.Select(each => each.Name));
        string notebook = Path.Combine(Repository.Notebooks, folder.File.Notebook + ".ipynb");
        Assert.True(File.Exists(notebook), $"There is no notebook {folder.File.Notebook}.");
        Assert.Equal(folder.Starter.TrimEnd(), ExerciseCells.In(Notebook.Read(notebook)).GetValueOrDefault(id));
        Assert.StartsWith($"// exercise: {id}\n", folder.Starter);
        Assert.InRange(folder.Starter.TrimEnd().Split('\n').Length, 3, 20);
        Assert.NotEmpty(folder.Explanation.Trim());
        Assert.All(folder.File.Criteria, each => Assert.NotEqual("", each.Next));
        // A mistake for every criterion: a check that nothing fails checks nothing.
        Assert.Equal(folder.File.Criteria.Select(each => each.Name).Order(), folder.Wrong.Select(each => each.Criterion).Distinct().Order());
    }

    [Theory, MemberData(nameof(Exercises))]
    public void A_starter_calls_its_parameters_what_verdicts_call_them(string id)
    {
        Exercise exercise = ExerciseSet.Find(id)!;
        string method = exercise.Entry[(exercise.Entry.LastIndexOf('.') + 1)..];
        var declared = CSharpSyntaxTree.ParseText(Folder(id).Starter).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(each => each.Identifier.ValueText == method);
        Assert.Equal(Expectation.NamesOf(exercise), declared.ParameterList.Parameters.Select(each => each.Identifier.ValueText));
    }

    [Theory, MemberData(nameof(Exercises))]
    public void Hints_do_not_hold_the_solution(string id)
    {
        ExerciseFolder folder = Folder(id);
        HashSet<string> given = [.. Statements(folder.Starter)];
        string[] own = [.. Statements(folder.Solution).Where(line => !given.Contains(line))];
        Assert.NotEmpty(own);
        for (int number = 1; number <= 3; number++)
        {
            string hint = Squeezed(folder.Hint(number));
            Assert.NotEmpty(hint);
            Assert.DoesNotContain(own, line => hint.Contains(line, StringComparison.Ordinal));
        }
    }

    private static ExerciseFolder Folder(string id) => ExerciseFolder.Find(Repository.Notebooks, id);

    /// <summary>Judges again where a busy machine may have spoilt a timing.</summary>
    private Verdict Decide(string id, string source, Func<Verdict, bool> asHoped)
    {
        Verdict verdict = one.Judge.Decide(id, source, Seed);
        bool timed = Folder(id).File.Criteria.Any(each => each.Name == "speed");
        for (int attempt = 1; attempt < Attempts && timed && !asHoped(verdict); attempt++) verdict = one.Judge.Decide(id, source, Seed + attempt);
        return verdict;
    }

    private static string[] Lost(Verdict verdict) => [.. verdict.Criteria.Where(each => each.Outcome is Outcome.Missed).Select(each => each.Name)];

    /// <summary>Lines long enough to give something away, without spaces.</summary>
    private static IEnumerable<string> Statements(string source) => source.Split('\n').Select(Squeezed).Where(line => line.Length >= 20 && !line.StartsWith("//", StringComparison.Ordinal));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
