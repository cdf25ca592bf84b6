namespace Kernel.Wire;

/// <summary>A peer broke the ZMTP grammar; its connection is closed, the kernel goes on.</summary>
public sealed class WireException(string message) : Exception(message);
