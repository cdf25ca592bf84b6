// fails: correct
static class Threshold
{
    public static void Apply(float[] source, float[] destination, float limit)
    {
        for (int i = 0; i <= source.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var values = new Vector<float>(source, i);
            Vector.ConditionalSelect(Vector.GreaterThan(values, new Vector<float>(limit)), values, Vector<float>.Zero).CopyTo(destination, i);
        }
    }
}
