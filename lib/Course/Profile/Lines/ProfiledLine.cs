namespace Course.Profile.Lines;

/// <summary>One line of a measured method. Times are milliseconds with the cost of the probes subtracted, summed over all threads.</summary>
/// <param name="Number">In its cell or file, from 1.</param>
/// <param name="Source">Its text.</param>
/// <param name="Hits">How often it began, exact: a loop's header once more than its body.</param>
/// <param name="Milliseconds">With everything it called.</param>
/// <param name="Share">Of the method's time, 0 to 1.</param>
/// <param name="Bytes">Allocated by it and whatever it called on its thread: exact, but for a few words that the runtime itself adds at a collection.</param>
public readonly record struct ProfiledLine(int Number, string Source, long Hits, double Milliseconds, double Share, long Bytes)
{
    /// <summary>Zero for a line that never began.</summary>
    public double NanosecondsPerHit => Hits == 0 ? 0 : Milliseconds * 1e6 / Hits;
}
