namespace Judged;

/// <summary>What a frame between judge and judged carries.</summary>
internal enum FrameKind : byte
{
    /// <summary>To the child: the assembly, and the method that is judged.</summary>
    Load = 1,

    /// <summary>To the judge: loaded.</summary>
    Loaded,

    /// <summary>To the child: the arguments of the calls that follow.</summary>
    Take,

    /// <summary>To the child: call the method so many times.</summary>
    Run,

    /// <summary>To the judge: the calls have ended; result, arguments as they are now, bytes allocated.</summary>
    Done,

    /// <summary>To the judge: the method threw.</summary>
    Threw,

    /// <summary>To the judge: a value or a function of an argument that only the judge holds.</summary>
    Ask,

    /// <summary>To the child: the answer.</summary>
    Answer,

    /// <summary>To the child: have a thread ready on each core, for the run that follows at once.</summary>
    Gather,

    /// <summary>To the judge: they are ready, or cannot be made so.</summary>
    Gathered,
}
