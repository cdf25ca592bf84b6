// exercise: vector-sum
static class Rows
{
    // a[0] * b[0] + a[1] * b[1] + ...; both are equally long
    public static int SumOfProducts(int[] a, int[] b)
    {
        int sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
