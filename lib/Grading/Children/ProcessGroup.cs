using System.Globalization;

namespace Grading.Children;

/// <summary>A process and all that it started, as Linux shows them in /proc.</summary>
internal static class ProcessGroup
{
    private const int Most = 1000;

    /// <summary>What all of them hold in memory, each page counted for every process that holds it.</summary>
    public static long ResidentBytes(int processId)
    {
        long bytes = 0;
        var left = new Queue<int>([processId]);
        for (int seen = 0; left.TryDequeue(out int next) && seen < Most; seen++)
        {
            bytes += ResidentBytesOf(next);
            foreach (int child in Children(next)) left.Enqueue(child);
        }
        return bytes;
    }

    /// <summary>A process stands among the children of the thread that started it.</summary>
    private static List<int> Children(int processId)
    {
        var children = new List<int>();
        try
        {
            foreach (string thread in Directory.EnumerateDirectories($"/proc/{processId}/task"))
            {
                try { children.AddRange(File.ReadAllText(thread + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))); }
                catch (IOException) { }
            }
        }
        catch (IOException) { }
        return children;
    }

    /// <summary>The second number of statm counts pages; 0 when the process is gone.</summary>
    private static long ResidentBytesOf(int processId)
    {
        try { return long.Parse(File.ReadAllText($"/proc/{processId}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize; }
        catch (IOException) { return 0; }
    }
}
