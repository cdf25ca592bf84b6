namespace Checks.Set;

/// <summary>Own and total counts of methods from folded stacks; a method that calls itself counts once a stack.</summary>
internal sealed class OwnAndTotal : Exercise
{
    public override string Id => "own-and-total";

    public override string Entry => "StackCounts.Of";

    public override Delegate Reference => Of;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("no stacks", Array.Empty<int>(), Array.Empty<string>(), new[] { "Main" });
        yield return new Call("no methods asked for", new[] { 3 }, new[] { "Main" }, Array.Empty<string>());
        yield return new Call("one stack", new[] { 3 }, new[] { "Main;Make;Sort" }, new[] { "Main", "Make", "Sort", "Draw" });
        yield return new Call("a method that calls itself", new[] { 5 }, new[] { "Main;Walk;Walk;Walk" }, new[] { "Walk", "Main" });
        yield return new Call("two that call each other", new[] { 5 }, new[] { "Main;Odd;Even;Odd;Even" }, new[] { "Odd", "Even" });
        yield return new Call("a name within another", new[] { 2, 4 }, new[] { "Main;Sort", "Main;SortAll" }, new[] { "Sort", "SortAll", "All" });
        yield return new Call("one stack in two rows", new[] { 2, 4 }, new[] { "Main;Sort", "Main;Sort" }, new[] { "Sort", "Main" });
        yield return new Call("more than an int holds", new[] { int.MaxValue, int.MaxValue }, new[] { "Main;A", "Main;B" }, new[] { "Main", "A" });
        for (int i = 0; i < 8; i++) yield return Profile(random, random.Next(1, 60), random.Next(2, 20));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Speed(random => Profile(random, 250, 60))];

    private static long[][] Of(int[] seen, string[] stacks, string[] methods)
    {
        (string[] Frames, long Seen)[] samples = [.. stacks.Zip(seen, (stack, count) => (stack.Split(';'), (long)count))];
        return
        [
            [.. methods.Select(method => samples.Where(one => one.Frames[^1] == method).Sum(one => one.Seen))],
            [.. methods.Select(method => samples.Where(one => one.Frames.Contains(method)).Sum(one => one.Seen))],
        ];
    }

    /// <summary>Stacks of up to fourteen calls; each calls itself or any other. The last method was never seen.</summary>
    private static Call Profile(Random random, int stacks, int methods)
    {
        string[] names = [.. Enumerable.Range(0, methods).Select(i => $"Order.Step{i}")];
        string Stack()
        {
            var frames = new List<string> { "Main" };
            for (int depth = random.Next(14); depth > 0; depth--) frames.Add(random.Next(4) == 0 ? frames[^1] : names[random.Next(methods - 1)]);
            return string.Join(';', frames);
        }

        return new Call($"stacks: {stacks}, methods: {methods + 1}", Enumerable.Range(0, stacks).Select(_ => random.Next(1, 100)).ToArray(),
            Enumerable.Range(0, stacks).Select(_ => Stack()).ToArray(), names.Append("Main").ToArray());
    }
}
