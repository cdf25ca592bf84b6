using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace Course.Profile.Events;

/// <summary>The events of the .NET runtime that profiles are made of.</summary>
public static class RuntimeEvents
{
    public const string Runtime = "Microsoft-Windows-DotNETRuntime";

    // The runtime's names: loader 0x8, JIT 0x10, NGEN 0x20, and the map from machine code to IL 0x20000.
    private const long MethodKeywords = 0x8 | 0x10 | 0x20 | 0x20000;

    /// <summary>The stack of every thread about once a millisecond.</summary>
    public static EventPipeProvider Samples { get; } = new("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational);

    /// <summary>Name, address and lines of methods compiled during the session; those before come at its end.</summary>
    /// <param name="moreKeywords">Other events of the runtime that the same session needs.</param>
    public static EventPipeProvider Methods(long moreKeywords = 0) => new(Runtime, EventLevel.Verbose, MethodKeywords | moreKeywords);
}
