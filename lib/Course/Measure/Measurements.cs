using System.Collections;
using System.Text;

namespace Course.Measure;

/// <summary>
/// What one run measured, in the order given, with the machine and the compiler settings it was measured under. A notebook shows it as
/// a table of its <see cref="Measurement"/>s; charts take <see cref="Milliseconds"/>.
/// </summary>
public sealed class Measurements : IReadOnlyList<Measurement>
{
    private readonly Measurement[] _measurements;

    public Measurements(IEnumerable<Measurement> measurements, Machine machine, JitSettings jit, DateTimeOffset taken)
    {
        (Machine, Jit, Taken) = (machine, jit, taken);
        Measurement[] given = [.. measurements];
        _measurements = [.. given.Select(one => one with { TimesFaster = given[0].Milliseconds / one.Milliseconds })];
    }

    public Machine Machine { get; }

    public JitSettings Jit { get; }

    public DateTimeOffset Taken { get; }

    public int Count => _measurements.Length;

    public Measurement this[int index] => _measurements[index];

    /// <exception cref="KeyNotFoundException">No measurement has this label.</exception>
    public Measurement this[string label] => _measurements.FirstOrDefault(one => one.Label == label) is { Label: not null } found
        ? found
        : throw new KeyNotFoundException($"Nothing was measured as '{label}'; there are: {string.Join(", ", _measurements.Select(one => one.Label))}.");

    /// <summary>Median and quartiles of each, as a chart draws them.</summary>
    public IEnumerable<(string Label, double Value, double Low, double High)> Milliseconds => Scaled(1);

    public IEnumerable<(string Label, double Value, double Low, double High)> Microseconds => Scaled(1e3);

    public IEnumerable<(string Label, double Value, double Low, double High)> Nanoseconds => Scaled(1e6);

    /// <summary>How many times as fast each is as the one before it; 1 for the first.</summary>
    public IEnumerable<(string Label, double TimesFaster)> StepByStep() =>
        _measurements.Select((one, i) => (one.Label, i == 0 ? 1 : _measurements[i - 1].Milliseconds / one.Milliseconds));

    /// <summary>How many times the time of <paramref name="label"/> each took, e.g. of a memory copy of the same bytes.</summary>
    public IEnumerable<(string Label, double Ratio)> RatioTo(string label)
    {
        double reference = this[label].Milliseconds;
        return _measurements.Select(one => (one.Label, one.Milliseconds / reference));
    }

    /// <summary>Writes all, whole or not at all, as JSON that <see cref="Load"/> reads.</summary>
    public void Save(string path) => MeasurementsFile.Save(this, path);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static Measurements Load(string path) => MeasurementsFile.Load(path);

    public IEnumerator<Measurement> GetEnumerator() => ((IEnumerable<Measurement>)_measurements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The table as plain text, then machine and settings.</summary>
    public override string ToString()
    {
        int width = _measurements.Max(one => (int?)one.Label.Length) ?? 0;
        var text = new StringBuilder();
        foreach (Measurement one in _measurements)
        {
            text.Append($"{one.Label.PadRight(width)}  {one.Milliseconds,10:G4} ms  [{one.Low:G4} .. {one.High:G4}]  {one.TimesFaster,8:G3}x  {one.BytesPerCall,10:N0} B");
            text.AppendLine($"{(one.Tier.Length > 0 ? $"  {one.Tier}" : "")}{(one.Note.Length > 0 ? $"  {one.Note}" : "")}");
        }
        return text.AppendLine(Machine.ToString()).Append(Jit).ToString();
    }

    private IEnumerable<(string Label, double Value, double Low, double High)> Scaled(double factor) =>
        _measurements.Select(one => (one.Label, one.Milliseconds * factor, one.Low * factor, one.High * factor));
}
