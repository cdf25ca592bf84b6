namespace Course.Scenes;

/// <summary>One run of a scene.</summary>
/// <param name="Name">As the reader chooses it.</param>
/// <param name="Frames">At least one, in the order of time.</param>
/// <param name="Note">A sentence under the picture; may be empty.</param>
public sealed record Preset(string Name, IReadOnlyList<Frame> Frames, string Note = "");
