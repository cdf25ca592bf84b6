namespace Kernel.Tests.Session;

/// <summary>The profilers of the course at work on cells: what only a session can show.</summary>
public sealed class ProfiledCellTests(SharedSession shared) : IClassFixture<SharedSession>, IAsyncLifetime
{
    public async Task InitializeAsync() =>
        await shared.RunWellAsync($"#r \"{typeof(Course.Profile.ProfileException).Assembly.Location}\"\nusing Course.Profile; using Course.Profile.Calls; using Course.Profile.Lines;");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Methods_variables_and_usings_of_other_cells_are_seen()
    {
        await shared.RunWellAsync("using System.Globalization; int[] numbers = [1, 2, 3];");
        await shared.RunWellAsync("static int Twice(int n) => int.Parse((2 * n).ToString(CultureInfo.InvariantCulture));\nint Sum() { int sum = 0; foreach (int n in numbers) sum += Twice(n); return sum; }");
        var shown = await shared.RunWellAsync("var calls = CallProfile.Of(() => Sum()); (calls[\"Twice\"].Calls, calls[\"Sum\"].Calls, numbers.Length).ToString()");
        Assert.Equal("(3, 1, 3)", shown.Text);
    }

    [Fact]
    public async Task Data_made_before_may_be_handed_over()
    {
        await shared.RunWellAsync("""
            record Order(int Count, double Price);
            class Line { public int Count; public int Double() => Count * 2; }
            static class Till
            {
                public static double Total(Order[] orders) { double sum = 0; foreach (Order order in orders) sum += Of(order); return sum; }
                static double Of(Order order) => order.Count * order.Price;
                public static int Lines(Line[] lines) => lines.Sum(line => line.Double());
            }
            """);
        await shared.RunWellAsync("var orders = new[] { new Order(1, 2), new Order(3, 4) }; Line[] lines = [new(), new()];");
        Assert.Equal("2", (await shared.RunWellAsync("CallProfile.Of(() => Till.Total(orders))[\"Till.Of\"].Calls.ToString()")).Text);
        var shown = await shared.RunWellAsync("var byLine = CallProfile.Of(() => Till.Lines(lines)); string.Join('|', byLine.Methods.Select(m => m.Name)) + byLine.Notes[^1]");
        Assert.StartsWith("Till.Lines", shown.Text);
        Assert.Contains("Line is not measured: the call uses objects of it that were made before", shown.Text);
    }

    [Fact]
    public async Task The_cell_that_declares_may_profile_and_the_next_cell_is_not_disturbed()
    {
        var shown = await shared.RunWellAsync("int seen = 5;\nint Here(int n) { return n + seen; }\nvar here = CallProfile.Of(() => Here(1), once: true);\nseen = 6;\nhere[\"Here\"].Line");
        Assert.Equal("2", shown.Text);
        Assert.Equal("7", (await shared.RunWellAsync("Here(1)")).Text);
        await shared.RunWellAsync("CallProfile.Of(Report); void Report() { Here(2); }");
    }

    [Fact]
    public async Task An_extension_method_is_found_by_its_call()
    {
        await shared.RunWellAsync("static int Thrice(this int n) { return 3 * n; }");
        Assert.Equal("1", (await shared.RunWellAsync("CallProfile.Of(() => 4.Thrice(), once: true)[\"Thrice\"].Calls.ToString()")).Text);
    }

    [Fact]
    public async Task Local_variables_around_the_call_are_refused_with_the_reason()
    {
        await shared.RunWellAsync("static int Half(int n) { return n / 2; }");
        var (_, error) = await shared.RunAsync("void Inner() { int local = 3; CallProfile.Of(() => Half(local)); } Inner();");
        Assert.Equal("ProfileException", error!.Name);
        Assert.Contains("not local variables around it", error.Message);
        Assert.Equal("2", (await shared.RunWellAsync("Half(4)")).Text);
    }

    [Fact]
    public async Task Lines_carry_the_numbers_of_their_cell()
    {
        await shared.RunWellAsync("#!time\n// two\nstatic int Adds(int n)\n{\n    int sum = 0;\n    for (int i = 0; i < n; i++) sum += i;\n    return sum;\n}\nvoid Calls() => Adds(4);");
        string text = (await shared.RunWellAsync("string.Join(' ', LineProfile.Of(() => Adds(4)).Lines.Where(l => l.Hits > 0).Select(l => $\"{l.Number}:{l.Hits}\"))")).Text!;
        Assert.Equal("3:1 5:1 6:5 7:1", text);
        Assert.Equal("5", (await shared.RunWellAsync("LineProfile.Of(\"Adds\", Calls)[\"for\"].Hits.ToString()")).Text);
        var (_, error) = await shared.RunAsync("LineProfile.Of(() => Console.Out.Flush())");
        Assert.Contains("reaches no method 'Flush' that a cell declares", error!.Message);
    }
}
