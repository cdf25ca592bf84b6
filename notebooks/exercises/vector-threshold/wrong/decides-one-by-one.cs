// fails: speed
static class Threshold
{
    public static void Apply(float[] source, float[] destination, float limit)
    {
        for (int i = 0; i < source.Length; i++) destination[i] = source[i] > limit ? source[i] : 0;
    }
}
