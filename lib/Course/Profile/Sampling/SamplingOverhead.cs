using System.Globalization;

namespace Course.Profile.Sampling;

/// <param name="Attach">Start and end of the session and reading what it recorded: none of it while the program was being sampled.</param>
/// <param name="Stopped">
/// Time the runtime's sampling threads ran. The program's threads stand still for most of it, so this is what sampling cost them.
/// Null where the kernel does not tell.
/// </param>
/// <param name="Duration">How long the program was sampled.</param>
public readonly record struct SamplingOverhead(TimeSpan Attach, TimeSpan? Stopped, TimeSpan Duration)
{
    /// <summary>What sampling cost the program, in words.</summary>
    public string Brief => Stopped is { } stopped
        ? string.Create(CultureInfo.InvariantCulture, $"taking samples held the program up for {stopped.TotalMilliseconds:0} ms, {stopped / Duration:0.0%} of the time")
        : "how long taking samples held the program up is not known on this system";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Brief}; start, end and reading took {Attach.TotalMilliseconds:0} ms besides");
}
