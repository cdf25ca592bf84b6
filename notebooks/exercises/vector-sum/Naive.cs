// exercise: vector-sum
static class Rows
{
    /// <summary>a[0] * b[0] + a[1] * b[1] + ...; the arrays are equally long.</summary>
    public static int SumOfProducts(int[] a, int[] b)
    {
        int sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
