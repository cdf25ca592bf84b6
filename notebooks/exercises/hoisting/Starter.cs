// exercise: hoisting
static class Weights
{
    /// <summary>
    /// weight(-1) is the whole picture's weight, weight(y) that of row y.
    /// For one picture the answers never change, and they are dear to get.
    /// </summary>
    public static long Sum(Func<long, long> weight, int[] pixels, int width)
    {
        long sum = 0;
        for (int i = 0; i < pixels.Length; i++)
        {
            long ofPicture = weight(-1);
            long ofRow = weight(i / width);
            sum += pixels[i] * ofRow + ofPicture;
        }
        return sum;
    }
}
