using System.CommandLine;
using Course.Caches.Cases;

namespace Cli.Commands;

/// <summary><c>course cache verify DIR</c>: replays cases that other simulators ran, and prints every count that differs.</summary>
internal static class CacheVerifyCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("dir") { Description = "A folder with cases.json and traces/." };
        var command = new Command("verify", "Replays cases that other simulators ran, and prints every count that differs.") { directory };
        command.SetAction(parsed => Run(parsed.GetValue(directory)!.FullName));
        return command;
    }

    private static int Run(string directory)
    {
        CacheCaseSet set;
        int matching = 0;
        try
        {
            set = CacheCaseSet.Load(directory);
            foreach ((CacheCase one, IReadOnlyList<string> mismatches) in set.Verify())
            {
                if (mismatches.Count == 0) matching++;
                foreach (string mismatch in mismatches) Console.Out.WriteLine($"{one.Id} ({one.Trace}; {one.Source}): {mismatch}");
            }
        }
        catch (Exception unusable) when (unusable is IOException or FormatException or InvalidDataException or ArgumentException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 2;
        }
        Console.Out.WriteLine($"{matching} of {set.Cases.Count} cases match");
        return matching == set.Cases.Count ? 0 : 1;
    }
}
