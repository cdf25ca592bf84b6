// exercise: find-the-leak
static class Leak
{
    /// <summary>
    /// references[i] lists the objects that object i refers to; roots are
    /// those that static fields and running methods refer to.
    /// </summary>
    public static int[] Path(int[][] references, int[] roots, int leaked)
    {
        foreach (int root in roots)
            foreach (int held in references[root])
                if (held == leaked) return [root, held];
        return [];
    }
}
