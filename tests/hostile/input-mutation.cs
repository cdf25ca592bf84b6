// exercise: given-destination
// attack: changes the input so that it fits the output
static class Brightening
{
    public static void Brighten(byte[] source, byte[] destination, int amount)
    {
        for (int i = 0; i < source.Length; i++) source[i] = (byte)Math.Min(255, source[i] + amount);
        source.CopyTo(destination, 0);
    }
}
