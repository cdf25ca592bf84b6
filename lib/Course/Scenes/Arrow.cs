namespace Course.Scenes;

/// <summary>A pointer drawn from one cell to another, by their ids; strong when it is followed in this frame.</summary>
public readonly record struct Arrow(string From, string To, bool Followed = false);
