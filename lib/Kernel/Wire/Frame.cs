namespace Kernel.Wire;

/// <summary>One ZMTP frame: part of a message, or a command between the two ends of a connection.</summary>
public readonly record struct Frame(bool IsCommand, bool More, byte[] Body);
