// exercise: pooled-frames
static class Exposure
{
    // result[i]: the rounded mean of all frames' pixels i
    public static void Mean(byte[][] frames, byte[] result)
    {
        int[] sums = new int[result.Length];
        foreach (byte[] frame in frames)
            for (int i = 0; i < result.Length; i++) sums[i] += frame[i];
        for (int i = 0; i < result.Length; i++)
            result[i] =
                (byte)((sums[i] + frames.Length / 2) / frames.Length);
    }
}
