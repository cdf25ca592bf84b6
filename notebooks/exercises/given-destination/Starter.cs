// exercise: given-destination
static class Brightening
{
    public static void Brighten(byte[] source, byte[] destination, int amount)
    {
        byte[] brighter =
            [.. source.Select(pixel => (byte)Math.Min(255, pixel + amount))];
        brighter.CopyTo(destination, 0);
    }
}
