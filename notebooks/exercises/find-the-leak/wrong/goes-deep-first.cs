// fails: correct
static class Leak
{
    public static int[] Path(int[][] references, int[] roots, int leaked)
    {
        var seen = new HashSet<int>();
        var path = new List<int>();
        return roots.Any(Follow) ? path.ToArray() : [];

        bool Follow(int at)
        {
            if (!seen.Add(at)) return false;
            path.Add(at);
            if (at == leaked || references[at].Any(Follow)) return true;
            path.RemoveAt(path.Count - 1);
            return false;
        }
    }
}
