using System.CommandLine;

namespace Cli.Commands;

/// <summary><c>course cache</c>: what a cache makes of a memory trace.</summary>
internal static class CacheCommand
{
    public static Command Create() => new("cache", "Simulates caches on a memory trace.")
    {
        CacheVerifyCommand.Create(),
    };
}
