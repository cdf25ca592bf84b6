namespace Course.Measure;

/// <summary>Two pieces of work, measured in turn, and what can be said about them.</summary>
/// <param name="TimesFaster">How many times as fast the second is as the first: the median of the rounds' own ratios, so a machine that slows down slows both.</param>
/// <param name="Low">The lower end of the interval for it.</param>
/// <param name="High">The upper end of the interval for it.</param>
/// <param name="Confidence">Of the interval; below 0.95 only where few rounds could be afforded.</param>
/// <param name="SameCode">How far the first, measured beside itself in the same rounds, seemed to differ from itself: 0.03 is three per cent.</param>
public readonly record struct Comparison(string First, string Second, double TimesFaster, double Low, double High, double Confidence, double SameCode)
{
    private const double QuietSameCode = 0.02;

    /// <summary>False when a difference like the one seen can come from this machine's noise alone.</summary>
    public bool Conclusive => Math.Min(Math.Abs(Math.Log(Low)), Math.Abs(Math.Log(High))) > Math.Log(1 + SameCode) && (Low > 1) == (High > 1);

    /// <summary>The result in a sentence.</summary>
    public string Conclusion => Conclusive
        ? $"'{Second}' {(Low > 1 ? $"is {Times(TimesFaster)} times as fast as" : $"takes {Times(1 / TimesFaster)} times as long as")} '{First}' "
            + $"(between {Times(Low > 1 ? Low : 1 / High)} and {Times(Low > 1 ? High : 1 / Low)}, {Confidence:P0} confidence)."
        : SameCode > QuietSameCode
            ? $"Too noisy to conclude: '{First}' measured beside itself differed by {SameCode:P0}. Close other programs, or make the work longer, and run again."
            : $"No difference to be seen between '{First}' and '{Second}' (ratio between {Times(Low)} and {Times(High)}).";

    /// <summary>Machine, compiler settings, and the tier of each form's code.</summary>
    public string Conditions { get; init; } = "";

    public override string ToString() => Conditions.Length > 0 ? $"{Conclusion}\n{Conditions}" : Conclusion;

    private static string Times(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : ratio < 100 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture);
}
