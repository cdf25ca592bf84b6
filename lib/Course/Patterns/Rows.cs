using System.Numerics;

namespace Course.Patterns;

/// <summary>A new column, <c>2 a + b</c>, from a table of two: all forms fill the same numbers in.</summary>
public static class Rows
{
    public static List<Row> Objects(int n) => [.. Enumerable.Range(0, n).Select(i => new Row(i % 100, i % 7))];

    public static int[] ColumnA(int n) => [.. Enumerable.Range(0, n).Select(i => i % 100)];

    public static int[] ColumnB(int n) => [.. Enumerable.Range(0, n).Select(i => i % 7)];

    public static void Apply(List<Row> rows, Func<Row, int> formula, int[] result)
    {
        for (int i = 0; i < result.Length; i++) result[i] = formula(rows[i]);
    }

    public static void Loop(List<Row> rows, int[] result)
    {
        for (int i = 0; i < result.Length; i++) result[i] = 2 * rows[i].A + rows[i].B;
    }

    public static void Columns(int[] a, int[] b, int[] result)
    {
        for (int i = 0; i < result.Length; i++) result[i] = 2 * a[i] + b[i];
    }

    public static void VectorColumns(int[] a, int[] b, int[] result)
    {
        int i = 0;
        for (; i <= result.Length - Vector<int>.Count; i += Vector<int>.Count)
            (2 * new Vector<int>(a, i) + new Vector<int>(b, i)).CopyTo(result, i);
        for (; i < result.Length; i++) result[i] = 2 * a[i] + b[i];
    }
}
