// exercise: find-the-leak
static class Leak
{
    public static int[] Path(int[][] references, int[] roots, int leaked)
    {
        var heldBy = new Dictionary<int, int>();
        var reached = new Queue<int>();
        foreach (int root in roots)
            if (heldBy.TryAdd(root, -1)) reached.Enqueue(root);
        while (reached.TryDequeue(out int holder))
            foreach (int held in references[holder])
                if (heldBy.TryAdd(held, holder)) reached.Enqueue(held);
        if (!heldBy.ContainsKey(leaked)) return [];
        var path = new List<int>();
        for (int at = leaked; at >= 0; at = heldBy[at]) path.Add(at);
        path.Reverse();
        return path.ToArray();
    }
}
