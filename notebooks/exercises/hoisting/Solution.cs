// exercise: hoisting
static class Weights
{
    public static long Sum(Func<long, long> weight, int[] pixels, int width)
    {
        long sum = 0, ofPicture = weight(-1);
        for (int start = 0; start < pixels.Length; start += width)
        {
            long ofRow = weight(start / width);
            for (int i = start; i < start + width; i++)
                sum += pixels[i] * ofRow + ofPicture;
        }
        return sum;
    }
}
