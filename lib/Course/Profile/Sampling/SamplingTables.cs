using Course.Profile.Tables;

namespace Course.Profile.Sampling;

/// <summary>A sampling profile as tables whose headings sort them.</summary>
internal static class SamplingTables
{
    private const int MethodsShown = 10;

    public static ProfileTable Top(SamplingProfile profile)
    {
        double all = profile.Running.TotalMilliseconds;
        TableColumn[] columns =
        [
            new("Method", ColumnKind.Text, "Its name in the source"),
            new("Own", ColumnKind.Share, "Share of the running time of all threads in the method itself"),
            new("Total", ColumnKind.Share, "Share in it and in everything it called"),
            new("Line", ColumnKind.Text, "The line with the most running time"),
        ];
        return new ProfileTable($"{profile.Title}: {profile.Summary}", columns,
        [
            .. profile.Methods.Where(method => method.Total > TimeSpan.Zero).Take(MethodsShown).Select(method => new TableRow(
            [
                method.Method, TableCell.Share(all > 0 ? method.Own.TotalMilliseconds / all : 0), TableCell.Share(all > 0 ? method.Total.TotalMilliseconds / all : 0),
                method.HotLine?.ToString() ?? "",
            ])),
        ])
        { SortedBy = 1, Notes = [$"Cost: {profile.Overhead}.", .. profile.Notes] };
    }

    public static ProfileTable Threads(SamplingProfile profile) => new($"Threads of {profile.Title}",
    [
        new("Thread", ColumnKind.Text, "The system's id, and the name"),
        new("Ran, ms", ColumnKind.Number, "Sampled at work, or waiting its turn for a processor"),
        new("Waited, ms", ColumnKind.Number, "Sampled asleep, blocked or idle"),
        new("On a processor, ms", ColumnKind.Number, "By the kernel's own count"),
    ],
    [
        .. profile.Threads.Select(thread => new TableRow(
        [
            $"{thread.Id} {thread.Name}".TrimEnd(), TableCell.Quantity(thread.Running.TotalMilliseconds), TableCell.Quantity(thread.Waiting.TotalMilliseconds),
            thread.Processor is { } ran ? TableCell.Quantity(ran.TotalMilliseconds) : "not known",
        ])),
    ])
    { SortedBy = 1 };
}
