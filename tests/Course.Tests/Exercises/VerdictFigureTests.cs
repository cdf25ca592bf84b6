using Course.Exercises.Verdicts;

namespace Course.Tests.Exercises;

public class VerdictFigureTests
{
    [Fact]
    public void A_wrong_pixel_is_drawn_among_its_neighbours()
    {
        Assert.NotNull(VerdictFigure.Of(Wrong([[0, 5], [0, 0]])));
        Assert.NotNull(VerdictFigure.Of(Wrong([[0, 5]])));
        Assert.Null(VerdictFigure.Of(Wrong([[5]])));
    }

    [Fact]
    public void A_missed_criterion_is_drawn_beside_what_was_wanted()
    {
        Verdict missed = Wrong([]) with { Smallest = null, Criteria = [new("speed", Outcome.Missed, "", "", 0, 4, "judge", Value: 1.0912, Limit: 4.321)] };
        string text = VerdictFigure.Of(missed)!.ToString()!;
        Assert.Contains("1.1", text);
        Assert.Contains("4.3", text);
        Assert.DoesNotContain("4.32", text);
    }

    private static Verdict Wrong(IReadOnlyList<IReadOnlyList<double>> difference) => new()
    {
        Exercise = "first-blur",
        Title = "Finish the blur",
        Status = VerdictStatus.Fail,
        Smallest = new("an image", "Blur()", "1", "2", "row 0", difference),
    };
}
