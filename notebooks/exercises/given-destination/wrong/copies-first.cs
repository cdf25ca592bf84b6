// fails: allocation
static class Brightening
{
    public static void Brighten(byte[] source, byte[] destination, int amount)
    {
        byte[] copy = [.. source];
        for (int i = 0; i < copy.Length; i++) destination[i] = (byte)Math.Min(255, copy[i] + amount);
    }
}
