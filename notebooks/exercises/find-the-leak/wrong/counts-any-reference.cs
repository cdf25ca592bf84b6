// fails: correct
static class Leak
{
    public static int[] Path(int[][] references, int[] roots, int leaked)
    {
        List<int> path = [leaked];
        while (!roots.Contains(path[0]))
        {
            int holder = Array.FindIndex(references, held => held.Contains(path[0]));
            if (holder < 0 || path.Contains(holder)) return [];
            path.Insert(0, holder);
        }
        return path.ToArray();
    }
}
