using Course.Profile;
using Course.Profile.Lines;

namespace Course.Tests.Profile.Lines;

[Collection("Profiles")]
public class LineProfileTests
{
    private static LineProfile Of(string program, string method) => LineProfile.OfProgram(program, "program.cs", method, []);

    [Fact]
    public void Every_kind_of_statement_counts_its_hits_exactly_and_does_what_it_did()
    {
        // Each line ends in the hits it must show; n is 10.
        const string Program = """
            AppContext.SetData("line profile", A.Work(10));
            static class A
            {
                public static string Work(int n) // 1
                {
                    int sum = 0, next; // 1
                    for (int i = 0; i < n; i++) // 11
                        sum += i; // 10
                    for (int i = 0; ; i++) // 4
                    { if (i == 3) break; sum++; } // 0
                    foreach (int i in Enumerable.Range(0, n)) // 11
                    {
                        if (i % 2 == 0) // 10
                            continue; // 5
                        sum += i; // 5
                    }
                    foreach (var (a, b) in new[] { (1, 2), (3, 4) }) // 3
                        sum += a * b; // 2
                    int left = n; // 1
                    while (left > 0 && (next = left - 1) >= 0) // 11
                        left = next; // 10
                    while (true) // 4
                    {
                        left++; // 4
                        if (left > 3) // 4
                            break; // 1
                    }
                    do // 1
                    {
                        left--; // 4
                    } while (left > 0); // 4
                    if (n is int same && same > 5) // 1
                        sum += same; // 1
                    else if (sum > 0) // 0
                        sum = 0; // 0
                    else sum = 1; // 0
                    switch (n % 3) // 1
                    {
                        case 1: // 0
                            sum += 7; // 1
                            goto case 2; // 1
                        case 2: sum++; // 1
                            break; // 1
                        default: throw new InvalidOperationException(); // 0
                    }
                    try // 0
                    {
                        sum += int.Parse("x"); // 1
                    }
                    catch (FormatException wrong) when (wrong.Message.Length > 0) // 0
                    {
                        sum += 1; // 1
                    }
                    finally // 0
                    {
                        sum += 2; // 1
                    }
                    using (var writer = new StringWriter()) // 1
                        writer.Write(sum); // 1
                    lock (Gate) // 1
                    {
                        sum++; // 1
                    }
                    unsafe // 0
                    {
                        fixed (char* first = "abc") // 1
                            sum += *first; // 1
                    }
                    checked { sum++; } // 1
                    int Inner(int m) // 2
                    {
                        return m + sum; // 2
                    }
                    sum += Inner(1) + Inner(2); // 1
                    Func<int, int> twice = m => // 1
                    { // 3
                        return 2 * m; // 3
                    };
                    sum += new[] { 1, 2, 3 }.Sum(twice); // 1
                    again: // 0
                    sum++; // 2
                    if (left++ == 0) goto again; // 2
                    for (int i = 0; i < n; i++) { if (i == 5) continue; sum++; } // 11
                    var list = new List<int> { 3, 1, 2 }; list.Sort(); // 1
                    var query = from x in list // 1
                                where x > 1 // 0
                                select x; // 0
                    return sum + ":" + string.Join( // 1
                        ',', query); // 0
                }
                static readonly object Gate = new();
            }
            """;
        LineProfile profile = Of(Program, "Work");
        foreach (ProfiledLine line in profile.Lines.Where(line => line.Source.Contains("//")))
        {
            long expected = long.Parse(line.Source[(line.Source.LastIndexOf("// ", StringComparison.Ordinal) + 3)..]);
            // A lambda's own line counts as entered, its brace too where it stands alone.
            Assert.True(expected == line.Hits || line.Source.Contains("m =>") || line.Source.Trim().StartsWith('{'), $"line {line.Number}, {line.Hits} hits: {line.Source}");
        }
        var probed = (string)AppContext.GetData("line profile")!;
        Of(Program.Replace("Work(int n)", "Work(int n, int unused = 0)").Replace("static readonly object", "static void Other() { } static readonly object"), "Other");
        Assert.Equal(probed, (string)AppContext.GetData("line profile")!);
    }

    [Fact]
    public void Bytes_of_each_line_are_exact()
    {
        LineProfile profile = Of("""
            A.Work();
            static class A
            {
                public static void Work()
                {
                    byte[] small = new byte[100]; GC.KeepAlive(small);
                    for (int i = 0; i < 1000; i++)
                        small = new byte[1000];
                    for (int i = 0; i < 50_000; i++)
                        small = new byte[1001];
                    string text = new('x', 50);
                    Make();
                    small[0] = 1;
                }
                static void Make() => GC.KeepAlive(new int[2500]);
            }
            """, "A.Work");
        Assert.Equal((128, 1_024_000, 128, 10_024, 0),
            (profile["new byte[100]"].Bytes, profile["new byte[1000]"].Bytes, profile["new('x', 50)"].Bytes, profile["Make()"].Bytes, profile["small[0]"].Bytes));
        // Collections fall into these; the runtime may then put a few words of its own on the thread.
        Assert.InRange(profile["new byte[1001]"].Bytes, 50_000 * 1032, 50_000 * 1032 + 2000);
    }

    [Fact]
    public void Recursion_gives_every_line_its_own_time()
    {
        LineProfile profile = Of("F.Fib(15); static class F { public static int Fib(int n)\n{\n if (n < 2)\n return n;\n return Fib(n - 1) + Fib(n - 2);\n} }", "Fib");
        Assert.Equal((1973, 987, 986), (profile["if (n"].Hits, profile["return n"].Hits, profile["Fib(n - 1)"].Hits));
        Assert.Equal(1, profile.Lines.Sum(line => line.Share), 3);
    }

    [Theory]
    [InlineData("Absent", "reaches no method 'Absent'")]
    [InlineData("Later", "it is async")]
    [InlineData("Many", "it is an iterator")]
    public void What_cannot_be_measured_says_why(string method, string reason) => Assert.Contains(reason, Assert.Throws<ProfileException>(() => Of(
        "await A.Later(); static class A { public static async Task Later() { await Task.Yield(); } public static IEnumerable<int> Many() { yield return 1; } }", method)).Message);

    [Fact]
    public void A_huge_method_is_measured()
    {
        LineProfile profile = Of("static class A { public static int Work(int n) {\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"n += {i};\n")) + "return n; } public static void Main() => Work(1); }", "Work");
        Assert.Equal(3001, profile.Lines.Count(line => line.Hits == 1) - 1);
    }

    [Fact]
    public void An_exception_inside_keeps_what_was_counted()
    {
        LineProfile profile = Of("A.Work(3); static class A { public static int Work(int n)\n{\n for (int i = 0; i < 5; i++)\n if (i == n) throw new FormatException(\"three\");\n return 0;\n} }", "Work");
        Assert.Equal((4, 0), (profile["for"].Hits, profile["return 0"].Hits));
        Assert.Contains(profile.Notes, note => note.Contains("FormatException: three"));
    }
}
