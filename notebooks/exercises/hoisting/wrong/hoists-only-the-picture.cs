// fails: operations
static class Weights
{
    public static long Sum(Func<long, long> weight, int[] pixels, int width)
    {
        long sum = 0, ofPicture = weight(-1);
        for (int i = 0; i < pixels.Length; i++) sum += pixels[i] * weight(i / width) + ofPicture;
        return sum;
    }
}
