// fails: correct
static class Table
{
    public static void Fill(int[] a, int[] b, int[] result)
    {
        for (int i = 0; i + Vector<int>.Count <= a.Length; i += Vector<int>.Count)
            (2 * new Vector<int>(a, i) + new Vector<int>(b, i)).CopyTo(result, i);
    }
}
