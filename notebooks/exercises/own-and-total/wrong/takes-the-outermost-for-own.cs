// fails: correct
static class StackCounts
{
    public static long[][] Of(int[] seen, string[] stacks, string[] methods)
    {
        long[] own = new long[methods.Length], total = new long[methods.Length];
        for (int i = 0; i < stacks.Length; i++)
        {
            string[] frames = stacks[i].Split(';');
            for (int m = 0; m < methods.Length; m++)
            {
                if (frames[0] == methods[m]) own[m] += seen[i];
                if (frames.Contains(methods[m])) total[m] += seen[i];
            }
        }
        return [own, total];
    }
}
