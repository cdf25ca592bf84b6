using Course.Exercises.Verdicts;

namespace Grading.Tests.Judging;

/// <summary>What a verdict tells a learner who has never seen the exercise: where, with what, and what to do.</summary>
[Collection(OneJudge.Collection)]
public class VerdictWordsTests(OneJudge one)
{
    [Fact]
    public void An_exception_names_the_line_of_the_cell()
    {
        Verdict verdict = Judge("lru-cache", """
            // exercise: lru-cache
            static class CachePlayer
            {
                public static bool[] Hits(int sets, int ways, int lineBytes, long[] addresses)
                {
                    var hits = new bool[addresses.Length];
                    for (int i = 0; i < hits.Length; i++)
                        hits[i] = addresses[i] > 0 &&
                            addresses[i + 1] > 0;
                    return hits;
                }
            }
            """);
        Assert.StartsWith("IndexOutOfRangeException in line 8: ", verdict.Smallest!.Actual);
        Assert.Contains("the line that throws", verdict.Next);
    }

    [Fact]
    public void An_exception_on_a_measured_input_names_its_line_too()
    {
        Verdict verdict = Judge("string-building", """
            // exercise: string-building
            static class Record
            {
                public static string Of(int[] numbers)
                {
                    if (numbers.Length > 500) throw new InvalidOperationException("too many");
                    return string.Join(';', numbers);
                }
            }
            """);
        Assert.Equal(VerdictStatus.Fail, verdict.Status);
        Assert.Equal("wrong when measured", verdict.Criteria[0].Got);
        Assert.Contains("InvalidOperationException in line 6: too many", verdict.Reason);
    }

    [Fact]
    public void What_earns_half_the_points_is_said()
    {
        Verdict verdict = Judge("string-building", "static class Record { public static string Of(int[] numbers) => string.Concat(numbers.Select((n, i) => (i > 0 ? \";\" : \"\") + n)); }");
        Assert.Equal("at most 13,000 bytes (half the points: 60,000)", verdict.Criteria.Single(each => each.Name == "allocation").Wanted);
    }

    [Fact]
    public void A_short_result_is_shown_whole_and_its_call_can_be_pasted()
    {
        Verdict verdict = Judge("set-lookup", "static class Repeats { public static int[] Removed(int[] numbers) => new HashSet<int>(numbers).Order().ToArray(); }");
        Assert.Equal(("Repeats.Removed(numbers: [2, 1, 2])", "[2, 1]", "[1, 2]", "the result[0]"),
            (verdict.Smallest!.Input, verdict.Smallest.Expected, verdict.Smallest.Actual, verdict.Smallest.Place));
    }

    [Fact]
    public void A_wrong_pixel_of_a_counted_picture_is_drawn()
    {
        Verdict verdict = Judge("first-blur", "static class FirstBlur { public static void Blur(CountedGrid image, CountedGrid result) { for (int y = 0; y < image.Height; y++) for (int x = 0; x < image.Width; x++) result[y, x] = image[y, x]; } }");
        Assert.Contains("row 1, column 1", verdict.Smallest!.Place);
        Assert.Equal(3, verdict.Smallest.Difference.Count);
        Assert.Contains("new(width: 3, height: 3, [", verdict.Smallest.Input);
    }

    [Fact]
    public void Line_ends_in_a_text_can_be_seen()
    {
        Verdict verdict = Judge("string-building", "static class Record { public static string Of(int[] numbers) => string.Concat(numbers.Select(n => n + \"\\n\")); }");
        Assert.Equal("\"0\\n\"", verdict.Smallest!.Actual);
    }

    [Theory]
    [InlineData("static class Repeats { public static long[] Removed(int[] numbers) => []; }", "other types")]
    [InlineData("static class Repeats { public static int[] Removed(long[] numbers) => []; }", "other types")]
    [InlineData("static class Repetitions { public static int[] Removed(int[] numbers) => []; }", "no type Repeats")]
    public void Another_method_than_the_starters_is_named(string source, string words)
    {
        Verdict verdict = Judge("set-lookup", source);
        Assert.Equal(VerdictStatus.CompileError, verdict.Status);
        Assert.Contains(words, verdict.Reason);
        Assert.DoesNotContain("Exception", verdict.Reason);
        Assert.Contains("Reset(\"set-lookup\")", verdict.Next);
    }

    [Theory]
    [InlineData("static readonly HashSet<int> Seen = []; static bool New(int n) => Seen.Add(n);", "local variable")]
    [InlineData("static Vector128<int> First(int[] a) => Vector128.LoadUnsafe(ref a[0]);", "Create(span)")]
    [InlineData("static int[] Rented() => ArrayPool<int>.Shared.Rent(4);", "stackalloc")]
    [InlineData("static string Text() => File.ReadAllText(\"x\");", "arguments alone")]
    public void What_is_not_allowed_comes_with_what_to_do_instead(string member, string words)
    {
        Verdict verdict = Judge("set-lookup", $"static class Repeats {{ {member} public static int[] Removed(int[] numbers) => numbers.Distinct().ToArray(); }}");
        Assert.Equal(VerdictStatus.Flagged, verdict.Status);
        Assert.Contains(words, verdict.Next);
    }

    [Fact]
    public void Each_message_of_the_compiler_has_a_line()
    {
        string[] lines = VerdictText.Write(Judge("set-lookup", "static class Repeats\n{\n    static int A = B;\n    static int C = D;\n}")).Split('\n');
        Assert.Contains(lines, line => line.StartsWith("line 3: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("line 4: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_other_cells_are_told_apart_from_typing_errors()
    {
        Assert.Contains("judged on its own", Judge("set-lookup", "static class Repeats { public static int[] Removed(int[] numbers) => Mine.Removed(numbers); }").Next);
        Assert.Contains("arrays and spans", Judge("set-lookup", "static class Repeats { public static unsafe int[] Removed(int[] numbers) { fixed (int* first = numbers) return [*first]; } }").Next);
        Assert.Contains("first message", Judge("set-lookup", "static class Repeats { public static int[] Removed(int[] numbers) => numbers }").Next);
    }

    private Verdict Judge(string id, string source) => one.Judge.Decide(id, source, seed: 1);
}
