namespace Course.Blur.Box;

/// <summary>What the blur reads where its window leaves the picture. Example row: a b c d, three pixels beyond its left edge.</summary>
public enum BoxBorder
{
    /// <summary>The nearest pixel again: a a a | a b c d.</summary>
    Replicate,

    /// <summary>Mirrored, the edge pixel twice: c b a | a b c d.</summary>
    Reflect,

    /// <summary>Mirrored, the edge pixel once (OpenCV's default): d c b | a b c d.</summary>
    Reflect101,

    /// <summary>One value everywhere outside, <see cref="BoxBlurOptions.BorderValue"/>.</summary>
    Constant,

    /// <summary>The opposite edge: b c d | a b c d.</summary>
    Wrap,

    /// <summary>Nothing: pixels whose window leaves the picture are not written at all.</summary>
    InteriorOnly,
}
