using System.Globalization;
using Course.Blur;
using Course.Measure;
using Course.Patterns;

namespace Cli.Bench;

/// <summary>The ladder's times as a table: each form beside the one before it, the first one, and a memory copy of the same bytes.</summary>
internal static class LadderTable
{
    public static void Print(Measurements times, string title)
    {
        double first = times[0].Milliseconds, copy = times[MemoryCopy.Label].Milliseconds;
        var rows = new List<string[]> { new[] { "form", "ms", "quartiles", "vs previous", "vs first", "vs copy", "bytes a call" } };
        foreach ((Measurement time, double step) in times.Zip(times.StepByStep().Select(step => step.TimesFaster)))
            rows.Add([time.Label, Short(time.Milliseconds), $"{Short(time.Low)} - {Short(time.High)}", Short(step) + "x",
                Short(first / time.Milliseconds) + "x", Short(time.Milliseconds / copy),
                // Python's heap is not .NET's.
                time.Label == PythonBlur.Label ? "-" : time.BytesPerCall.ToString("N0", CultureInfo.InvariantCulture)]);
        Console.WriteLine(title);
        PrintRows(rows);
        foreach (Measurement time in times.Where(time => time.Note.Length > 0)) Console.WriteLine($"{time.Label}: {time.Note}");
        foreach (Rung rung in Ladder.All.Where(rung => rung.Missing is not null)) Console.WriteLine($"Not run here: {rung.Name}: {rung.Missing}");
        Console.WriteLine("\"vs previous\" and \"vs first\" say how many times as fast; \"vs copy\" is the time over that of a memory copy of the same bytes.");
        Console.WriteLine(times.Machine);
        Console.WriteLine(times.Jit);
    }

    /// <summary>Prints cells under each other, the first column to the left and the others to the right.</summary>
    public static void PrintRows(List<string[]> rows)
    {
        foreach (string[] row in rows)
            Console.WriteLine("  " + string.Join("  ", row.Select((text, column) => Padded(text, column, rows.Max(other => other[column].Length)))));
    }

    private static string Padded(string text, int column, int width) => column == 0 ? text.PadRight(width) : text.PadLeft(width);

    /// <summary>Three digits that count, without an exponent.</summary>
    public static string Short(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
