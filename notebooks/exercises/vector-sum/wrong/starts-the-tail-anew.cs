// fails: correct
static class Rows
{
    // a[0] * b[0] + a[1] * b[1] + ...; both are equally long
    public static int SumOfProducts(int[] a, int[] b)
    {
        Vector<int> sums = Vector<int>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<int>.Count; i += Vector<int>.Count)
            sums += new Vector<int>(a, i) * new Vector<int>(b, i);
        int sum = Vector.Sum(sums);
        for (int k = a.Length / Vector<int>.Count; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }
}
