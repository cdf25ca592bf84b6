namespace Course.Scenes;

/// <summary>What is happening to a cell. Each has a colour, a mark of its own and an entry in the legend, so that colour never speaks alone.</summary>
public enum CellRole
{
    Plain,

    /// <summary>Read or written in this step.</summary>
    Active,

    /// <summary>Holds an address that leads elsewhere.</summary>
    Pointer,

    /// <summary>In the cache.</summary>
    Cached,

    /// <summary>Asked for and found in the cache.</summary>
    Hit,

    /// <summary>Asked for and not found.</summary>
    Miss,

    /// <summary>Brought in before anybody asked.</summary>
    Prefetched,

    /// <summary>Just lost its place in the cache.</summary>
    Evicted,

    /// <summary>Room that nobody uses.</summary>
    Free,

    /// <summary>Memory that is allocated and in use.</summary>
    Used,

    /// <summary>Allocated once, used by nobody any more.</summary>
    Garbage,
}
