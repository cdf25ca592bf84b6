// exercise: find-the-leak
static class Leak
{
    public static int[] Path(int[][] references, int[] roots, int leaked)
    {
        List<int[]> paths = [.. roots.Select(root => new[] { root })];
        for (int i = 0; i < paths.Count; i++)
        {
            if (paths[i][^1] == leaked) return paths[i];
            foreach (int held in references[paths[i][^1]])
                if (!paths.Any(path => path[^1] == held)) paths.Add([.. paths[i], held]);
        }
        return [];
    }
}
