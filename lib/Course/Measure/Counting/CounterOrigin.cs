namespace Course.Measure.Counting;

/// <summary>Where a count comes from; every table says it in every row.</summary>
public enum CounterOrigin
{
    /// <summary>Counted by this machine while the work ran.</summary>
    Measured,

    /// <summary>Computed by a model of a machine: the course's cache simulator, or Callgrind's.</summary>
    Simulated,

    /// <summary>Printed by somebody else, on another machine.</summary>
    Published,

    /// <summary>Could not be counted; the row's note says why.</summary>
    NotCounted,
}
