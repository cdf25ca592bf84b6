namespace Course.Profile.Pauses;

/// <summary>One stop of all threads for the garbage collector.</summary>
/// <param name="AtMilliseconds">Since the recording began.</param>
/// <param name="Milliseconds">From the wish to stop until all threads ran again.</param>
/// <param name="Generation">0, 1 or 2: how much was collected; a collection that runs beside the program stops it twice for a moment.</param>
public readonly record struct GcPause(double AtMilliseconds, double Milliseconds, int Generation);
