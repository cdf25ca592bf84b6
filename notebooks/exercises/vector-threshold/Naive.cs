// exercise: vector-threshold
static class Threshold
{
    public static void Apply(
        float[] source, float[] destination, float limit)
    {
        for (int i = 0; i < source.Length; i++)
        {
            if (source[i] > limit) destination[i] = source[i];
            else destination[i] = 0;
        }
    }
}
