namespace Course.Traces;

/// <summary>What one memory access does. The letters are those of valgrind's lackey.</summary>
public enum AccessKind : byte
{
    /// <summary>L: reads.</summary>
    Load,

    /// <summary>S: writes.</summary>
    Store,

    /// <summary>M: reads, then writes the same bytes (<c>a[i] += 1</c>).</summary>
    Modify,

    /// <summary>I: fetches machine code. Counts only in the cachegrind hierarchy.</summary>
    Instruction,
}
