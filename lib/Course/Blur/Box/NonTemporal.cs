namespace Course.Blur.Box;

/// <summary>
/// When results should bypass the caches: an ordinary store first reads the line it is about to overwrite, and pushes out source lines that
/// are still wanted.
/// </summary>
internal static unsafe class NonTemporal
{
    private const long AssumedCacheBytes = 32L << 20;
    private static readonly long s_cacheBytes = LastCacheBytes();

    /// <param name="alignment">Bytes in a vector: such stores must be aligned to their own size.</param>
    /// <param name="share">How much of the last cache source and destination may take before bypassing pays.</param>
    public static bool Pays<T>(in BlurTask<T> task, int alignment, double share = 1) where T : unmanaged
    {
        long bytes = 2L * task.RowElements * task.Height * sizeof(T);
        return bytes > s_cacheBytes * share && (nint)task.Destination % alignment == 0 && task.DestinationStride * sizeof(T) % alignment == 0;
    }

    /// <summary>
    /// A strip's share: a third of the last cache on one core, because a machine's other programs use that cache too. Two cores together write
    /// past the caches no faster than one, but into them twice as fast.
    /// </summary>
    public static double Share<T>(in BlurTask<T> task, int first, int end) where T : unmanaged => first == 0 && end == task.Height ? 1.0 / 3 : 1;

    /// <summary>From Linux's description of the first core's caches ("32768K"); elsewhere a usual size.</summary>
    private static long LastCacheBytes()
    {
        try
        {
            for (int index = 4; index >= 2; index--)
            {
                string file = $"/sys/devices/system/cpu/cpu0/cache/index{index}/size";
                if (!File.Exists(file)) continue;
                string text = File.ReadAllText(file).Trim();
                if (long.TryParse(text.TrimEnd('K', 'M'), out long size)) return size << (text.EndsWith('M') ? 20 : text.EndsWith('K') ? 10 : 0);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
        return AssumedCacheBytes;
    }
}
