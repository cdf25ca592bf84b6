namespace Peers;

/// <summary>Somebody's blur of one picture, ready to be called.</summary>
internal abstract class Contestant(string name, int radius, Promise promise, string version = "")
{
    public string Name { get; } = name;

    /// <summary>Which release of somebody else's software; empty for this library.</summary>
    public string Version { get; } = version;

    public int Radius { get; } = radius;

    public Promise Promise { get; } = promise;

    /// <summary>Milliseconds for so many calls, by a clock inside the process that blurs.</summary>
    public abstract double Time(int calls);

    /// <summary>The picture that the last call made.</summary>
    public abstract float[] Result();
}
