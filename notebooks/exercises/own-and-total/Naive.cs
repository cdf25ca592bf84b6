// exercise: own-and-total
static class StackCounts
{
    public static long[][] Of(int[] seen, string[] stacks, string[] methods)
    {
        var own = new long[methods.Length];
        var total = new long[methods.Length];
        for (int m = 0; m < methods.Length; m++)
            for (int i = 0; i < stacks.Length; i++)
            {
                string[] frames = stacks[i].Split(';');
                if (frames[^1] == methods[m]) own[m] += seen[i];
                if (frames.Contains(methods[m])) total[m] += seen[i];
            }
        return [own, total];
    }
}
