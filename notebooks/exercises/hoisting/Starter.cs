// exercise: hoisting
static class Weights
{
    /// <summary>
    /// weight(-1) answers with the weight of the whole picture, weight(y) with that of
    /// row y; for one picture the answers are always the same, and dear to get.
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
