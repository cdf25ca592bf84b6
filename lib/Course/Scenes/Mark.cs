namespace Course.Scenes;

/// <summary>A rectangle over a picture, in its pixels; <paramref name="Strong"/> ones are drawn thicker.</summary>
public readonly record struct Mark(int X, int Y, int Width, int Height, bool Strong = false);
