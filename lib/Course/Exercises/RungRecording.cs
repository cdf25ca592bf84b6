using Course.Images;
using Course.Traces;

namespace Course.Exercises;

/// <summary>What a rung did to memory while it blurred a picture once, and the blurred picture.</summary>
public sealed record RungRecording(Trace Trace, Plane<byte> Result);
