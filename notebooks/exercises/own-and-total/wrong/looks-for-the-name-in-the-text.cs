// fails: correct
static class StackCounts
{
    public static long[][] Of(int[] seen, string[] stacks, string[] methods) =>
    [
        methods.Select(m => Enumerable.Range(0, stacks.Length).Where(i => stacks[i].EndsWith(m, StringComparison.Ordinal)).Sum(i => (long)seen[i])).ToArray(),
        methods.Select(m => Enumerable.Range(0, stacks.Length).Where(i => stacks[i].Contains(m, StringComparison.Ordinal)).Sum(i => (long)seen[i])).ToArray(),
    ];
}
