// fails: speed
static class Rows
{
    // a[0] * b[0] + a[1] * b[1] + ...; both are equally long
    public static int SumOfProducts(int[] a, int[] b)
    {
        int sum = 0;
        for (int i = a.Length - 1; i >= 0; i--) sum += a[i] * b[i];
        return sum;
    }
}
