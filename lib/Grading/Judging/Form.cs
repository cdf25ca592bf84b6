namespace Grading.Judging;

/// <summary>A compiled form of an exercise: the answer, the solution, or the naive form.</summary>
internal readonly record struct Form(string Name, byte[] Image);
