// fails: speed
static class StackCounts
{
    public static long[][] Of(int[] seen, string[] stacks, string[] methods) =>
    [
        methods.Select(m => stacks.Zip(seen).Where(s => s.First.Split(';')[^1] == m).Sum(s => (long)s.Second)).ToArray(),
        methods.Select(m => stacks.Zip(seen).Where(s => s.First.Split(';').Contains(m)).Sum(s => (long)s.Second)).ToArray(),
    ];
}
