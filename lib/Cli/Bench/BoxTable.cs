using Course.Measure;

namespace Cli.Bench;

/// <summary>The box blur's times as a table, each beside a memory copy of the same bytes.</summary>
internal static class BoxTable
{
    public static void Print(Measurements times, string title)
    {
        var rows = new List<string[]> { new[] { "form", "ms", "quartiles", "vs copy", "bytes a call" } };
        foreach (Measurement time in times)
            rows.Add([time.Label, LadderTable.Short(time.Milliseconds), $"{LadderTable.Short(time.Low)} - {LadderTable.Short(time.High)}",
                LadderTable.Short(time.Milliseconds / times[BoxTimes.CopyOf(time.Label)].Milliseconds), $"{time.BytesPerCall}"]);
        Console.WriteLine(title);
        LadderTable.PrintRows(rows);
        Console.WriteLine("\"vs copy\" is the time over that of a memory copy of the same bytes. Instructions that this CPU lacks are passed over for narrower ones.");
        Console.WriteLine(times.Machine);
        Console.WriteLine(times.Jit);
    }
}
