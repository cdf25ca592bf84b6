// exercise: own-and-total
static class StackCounts
{
    /// <summary>
    /// stacks[i] was seen seen[i] times: methods with ';' between, from the
    /// outermost to the one that was running. Returns own and total counts.
    /// </summary>
    public static long[][] Of(int[] seen, string[] stacks, string[] methods)
    {
        var own = new long[methods.Length];
        var total = new long[methods.Length];
        for (int m = 0; m < methods.Length; m++)
            for (int i = 0; i < stacks.Length; i++)
                foreach (string frame in stacks[i].Split(';'))
                    if (frame == methods[m]) total[m] += seen[i];
        return [own, total];
    }
}
