// fails: correct
static class Window
{
    // result[x]: row[x - 1] + row[x] + row[x + 1]; the ends stay
    public static void Sum(int[] row, int[] result)
    {
        if (row.Length == 0) return;
        int x = 1, last = row.Length - 1;
        for (; x <= last - Vector<int>.Count; x += Vector<int>.Count)
        {
            var sum = new Vector<int>(row, x - 1) + new Vector<int>(row, x);
            (sum + new Vector<int>(row, x + 1)).CopyTo(result, x);
        }
        for (; x < last; x++) result[x] = row[x - 1] + row[x] + row[x + 1];
    }
}
