// fails: correct
static class Leak
{
    public static int[] Path(int[][] references, int[] roots, int leaked)
    {
        var heldBy = new Dictionary<int, int>();
        foreach (int root in roots) heldBy.TryAdd(root, -1);
        var reached = new Queue<int>(heldBy.Keys);
        while (reached.TryDequeue(out int holder))
            foreach (int held in references[holder])
                if (heldBy.TryAdd(held, holder)) reached.Enqueue(held);
        var path = new List<int>();
        for (int at = heldBy.ContainsKey(leaked) ? leaked : -1; at >= 0; at = heldBy[at]) path.Add(at);
        return path.ToArray();
    }
}
