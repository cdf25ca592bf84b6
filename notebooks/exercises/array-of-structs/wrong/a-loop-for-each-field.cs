// fails: misses
static class Stars
{
    // stars: x, y and light of star 0, then of star 1, and so on
    public static void Split(
        CountedArray stars,
        CountedArray x, CountedArray y, CountedArray light)
    {
        for (int i = 0; i < x.Length; i++) x[i] = stars[i * 3];
        for (int i = 0; i < x.Length; i++) y[i] = stars[3 * i + 1];
        for (int i = 0; i < x.Length; i++) light[i] = stars[3 * i + 2];
    }
}
