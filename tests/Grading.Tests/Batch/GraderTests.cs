using Course.Exercises.Verdicts;
using Grading.Batch;
using Grading.Children;
using Grading.Submissions;

namespace Grading.Tests.Batch;

[Collection(OneJudge.Collection)]
public sealed class GraderTests : IDisposable
{
    private const string Id = "lru-cache";
    private readonly string _folder = Directory.CreateTempSubdirectory("course-grade").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_that_was_stopped_goes_on_and_grades_nothing_twice()
    {
        for (int i = 0; i < 6; i++) Answer($"learner{i}", "Solution.cs");
        using var stop = new CancellationTokenSource();
        Grade(stop.Token, after: 2, stop);
        string journal = Path.Combine(_folder, "out", "verdicts.jsonl");
        int before = File.ReadAllLines(journal).Length;
        Assert.InRange(before, 2, 5);
        // What a kill in the middle of a line leaves behind.
        File.AppendAllText(journal, "{\"learner\":\"learner5\",\"exer");
        // And a damaged disk.
        File.WriteAllText(journal, $"null\n\0\0\0\n{{\"learner\":\"learner4\",\"exercise\":\"{Id}\"}}\n" + File.ReadAllText(journal));
        var all = Grade(default);
        string[] lines = File.ReadAllLines(journal);
        Assert.Equal(6 + 3, lines.Length);
        Assert.Equal(6, all.Count);
        Assert.All(all, each => Assert.Equal(10, each.Verdict.Points));
        Assert.All(all, each => Assert.Equal(VerdictStatus.Flagged, each.Verdict.Status));
    }

    [Fact]
    public void An_answer_whose_child_ended_with_the_run_is_graded_when_it_goes_on()
    {
        string learner = Directory.CreateDirectory(Path.Combine(_folder, "in", "ada")).FullName;
        // Its process ends by itself, after the stop: that looks like a child that was ended together with the grader.
        File.WriteAllText(Path.Combine(learner, Id + ".cs"), """
            static class CachePlayer
            {
                public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
                {
                    for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < 1500;) { }
                    return new bool[Deep(1)];
                }
                static int Deep(int n) => Deep(n + 1) + Deep(n + 2);
            }
            """);
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromMilliseconds(700));
        Assert.Empty(Grade(stop.Token));
        Assert.Equal(VerdictStatus.Crash, Assert.Single(Grade(default)).Verdict.Status);
    }

    [Fact]
    public void A_second_grader_into_the_same_folder_is_refused()
    {
        Answer("ada", "Starter.cs");
        Exception? second = null;
        Grade(default, during: () => second = Record.Exception(() => Grade(default)));
        Assert.Contains("Another grader", Assert.IsType<InvalidDataException>(second).Message);
    }

    [Fact]
    public void A_changed_answer_is_graded_again_and_another_seed_is_refused()
    {
        Answer("ada", "Starter.cs");
        GradedSubmission starter = Assert.Single(Grade(default));
        Assert.Equal((VerdictStatus.Fail, true), (starter.Verdict.Status, starter.Untouched));
        Answer("ada", "Solution.cs");
        GradedSubmission changed = Assert.Single(Grade(default));
        Assert.Equal((10, false), (changed.Verdict.Points, changed.Untouched));
        var other = new Grader(Repository.Notebooks, new PlainLauncher(), new GraderOptions(1, 99, false));
        Assert.Throws<InvalidDataException>(() => other.Grade([], Path.Combine(_folder, "out"), (_, _, _) => { }, default));
    }

    [Fact]
    public void Notebooks_with_missing_doubled_and_retyped_cells_are_read()
    {
        const string notebook = """
            {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":"//Exercise : LRU-CACHE please\nstatic class A { }"},
            {"cell_type":"code","execution_count":null,"id":"b","metadata":{},"outputs":[],"source":"// exercise: lru-cache\n"},
            {"cell_type":"code","execution_count":null,"id":"c","metadata":{},"outputs":[],"source":"// exercise: ../../etc\n"}],"metadata":{},"nbformat":4,"nbformat_minor":5}
            """;
        string learner = Directory.CreateDirectory(Path.Combine(_folder, "in", "ada")).FullName;
        File.WriteAllText(Path.Combine(learner, "a.ipynb"), notebook);
        File.WriteAllText(Path.Combine(learner, "broken.ipynb"), "{");
        File.CreateSymbolicLink(Path.Combine(learner, "sliding-sums.cs"), Path.Combine(Repository.Root, "LICENSE"));
        var read = SubmissionFolder.Read(Path.Combine(_folder, "in"), [Id, "sliding-sums"], Repository.Notebooks);
        Assert.Contains("class A", read[0].Source);
        Assert.Null(read[1].Source);
        Assert.Contains("broken.ipynb could not be read", read[0].Remark);
        File.WriteAllText(Path.Combine(learner, "later.cs"), "// exercise: lru-cache\nstatic class B { }");
        read = SubmissionFolder.Read(Path.Combine(_folder, "in"), [Id, "sliding-sums"], Repository.Notebooks);
        Assert.Contains("class B", read[0].Source);
        Assert.Contains("several answers", read[0].Remark);
        Assert.DoesNotContain("several answers", read[1].Remark);
    }

    private IReadOnlyList<GradedSubmission> Grade(CancellationToken token, int after = int.MaxValue, CancellationTokenSource? stop = null, Action? during = null) =>
        new Grader(Repository.Notebooks, new PlainLauncher(), new GraderOptions(1, 7, false)).Grade(SubmissionFolder.Read(Path.Combine(_folder, "in"), [Id], Repository.Notebooks), Path.Combine(_folder, "out"), (done, _, _) =>
        {
            if (done >= after) stop!.Cancel();
            during?.Invoke();
        }, token);

    private void Answer(string learner, string form)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "in", learner)).FullName;
        File.Copy(Path.Combine(Repository.Notebooks, "exercises", Id, form), Path.Combine(folder, Id + ".cs"), overwrite: true);
    }
}
