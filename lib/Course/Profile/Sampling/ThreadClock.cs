using System.Globalization;

namespace Course.Profile.Sampling;

/// <summary>Name of each thread of a process, its time on a processor and in the queue for one, as the kernel counts them. Linux only; empty elsewhere.</summary>
internal static class ThreadClock
{
    public static Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)> Read(int processId)
    {
        Dictionary<int, (string, TimeSpan, TimeSpan)> threads = [];
        if (!OperatingSystem.IsLinux()) return threads;
        foreach (string folder in Folders(processId))
        {
            try
            {
                // Nanoseconds on a processor, then nanoseconds in the queue.
                string[] times = File.ReadAllText(folder + "/schedstat").Split(' ');
                threads[int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)] = (File.ReadAllText(folder + "/comm").TrimEnd(), Time(times[0]), Time(times[1]));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException)
            {
                // This thread ended while it was read; the others go on.
            }
        }
        return threads;
    }

    private static string[] Folders(int processId)
    {
        try { return Directory.GetDirectories($"/proc/{processId}/task"); }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException) { return []; }
    }

    private static TimeSpan Time(string nanoseconds) => TimeSpan.FromMicroseconds(long.Parse(nanoseconds, CultureInfo.InvariantCulture) / 1000d);
}
