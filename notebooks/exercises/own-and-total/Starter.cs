// exercise: own-and-total
static class StackCounts
{
    /// <summary>
    /// stacks[i] was seen seen[i] times: the methods from the outermost to the one
    /// that was running, with ';' between. Returns the own and the total counts.
    /// </summary>
    public static long[][] Of(int[] seen, string[] stacks, string[] methods)
    {
        long[] own = new long[methods.Length], total = new long[methods.Length];
        for (int m = 0; m < methods.Length; m++)
            for (int i = 0; i < stacks.Length; i++)
                foreach (string frame in stacks[i].Split(';'))
                    if (frame == methods[m]) total[m] += seen[i];
        return [own, total];
    }
}
