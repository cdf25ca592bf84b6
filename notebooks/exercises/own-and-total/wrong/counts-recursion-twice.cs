// fails: correct
static class StackCounts
{
    public static long[][] Of(int[] seen, string[] stacks, string[] methods)
    {
        var own = new Dictionary<string, long>();
        var total = new Dictionary<string, long>();
        for (int i = 0; i < stacks.Length; i++)
        {
            string[] frames = stacks[i].Split(';');
            own[frames[^1]] = own.GetValueOrDefault(frames[^1]) + seen[i];
            foreach (string method in frames) total[method] = total.GetValueOrDefault(method) + seen[i];
        }
        return [methods.Select(m => own.GetValueOrDefault(m)).ToArray(), methods.Select(m => total.GetValueOrDefault(m)).ToArray()];
    }
}
