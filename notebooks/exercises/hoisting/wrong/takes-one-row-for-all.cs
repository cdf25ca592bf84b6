// fails: correct
static class Weights
{
    public static long Sum(Func<long, long> weight, int[] pixels, int width)
    {
        long sum = 0, ofPicture = weight(-1), ofRow = weight(0);
        foreach (int pixel in pixels) sum += pixel * ofRow + ofPicture;
        return sum;
    }
}
