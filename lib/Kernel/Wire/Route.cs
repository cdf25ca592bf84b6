namespace Kernel.Wire;

/// <summary>Where a request came from, and so where its reply goes.</summary>
/// <param name="Identity">The client's own name; the same on its other channels.</param>
/// <param name="Connection">The connection the request came on: several clients may share an identity.</param>
public readonly record struct Route(byte[] Identity, Peer Connection);
