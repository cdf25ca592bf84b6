// fails: correct
static class Weights
{
    public static long Sum(Func<long, long> weight, int[] pixels, int width)
    {
        long sum = 0, ofPicture = weight(-1);
        for (int start = 0; start < pixels.Length; start += width)
        {
            long ofRow = weight(start / width);
            sum += pixels.Skip(start).Take(width).Sum() * ofRow + ofPicture;
        }
        return sum;
    }
}
