// exercise: given-destination
static class Brightening
{
    public static void Brighten(byte[] source, byte[] destination, int amount)
    {
        for (int i = 0; i < source.Length; i++)
            destination[i] = (byte)Math.Min(255, source[i] + amount);
    }
}
