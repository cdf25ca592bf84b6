// exercise: vector-threshold
static class Threshold
{
    public static void Apply(
        float[] source, float[] destination, float limit)
    {
        var limits = new Vector<float>(limit);
        int i = 0;
        for (; i <= source.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var values = new Vector<float>(source, i);
            Vector<int> above = Vector.GreaterThan(values, limits);
            Vector.ConditionalSelect(above, values, Vector<float>.Zero).CopyTo(destination, i);
        }
        for (; i < source.Length; i++) destination[i] = source[i] > limit ? source[i] : 0;
    }
}
