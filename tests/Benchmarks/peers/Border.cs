namespace Peers;

/// <summary>What a contestant reads where the window leaves the picture.</summary>
internal enum Border
{
    /// <summary>The nearest pixel again.</summary>
    Replicate,

    /// <summary>Mirrored, the edge pixel once: OpenCV's default.</summary>
    Reflect101,

    /// <summary>Only pixels with all their neighbours are blurred.</summary>
    InteriorOnly,

    /// <summary>No blur: a copy.</summary>
    NoBlur,

    /// <summary>No picture to look at: it only shows what the machine allows.</summary>
    Bound,
}
