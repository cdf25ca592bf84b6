using System.Globalization;

namespace Course.Profile.Sampling;

/// <summary>Name and processor time of each thread of a process, as the kernel counts them. Linux only; empty elsewhere.</summary>
internal static class ThreadClock
{
    public static Dictionary<int, (string Name, TimeSpan Ran)> Read(int processId)
    {
        Dictionary<int, (string, TimeSpan)> threads = [];
        if (!OperatingSystem.IsLinux() || !Directory.Exists($"/proc/{processId}/task")) return threads;
        try
        {
            foreach (string folder in Directory.EnumerateDirectories($"/proc/{processId}/task"))
            {
                // The first field counts nanoseconds on a processor.
                string ran = File.ReadAllText(folder + "/schedstat").Split(' ')[0];
                threads[int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)] =
                    (File.ReadAllText(folder + "/comm").TrimEnd(), TimeSpan.FromMicroseconds(long.Parse(ran, CultureInfo.InvariantCulture) / 1000d));
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException)
        {
            // A thread, or the process, ended while it was read; what was read is still right.
        }
        return threads;
    }
}
