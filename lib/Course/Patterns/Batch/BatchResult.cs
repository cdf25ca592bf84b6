namespace Course.Patterns.Batch;

/// <summary>What one run over the batch gave.</summary>
/// <param name="Report">Some lines a picture.</param>
/// <param name="Mean">The mean of all edge pictures, pixel by pixel.</param>
/// <param name="Problems">Pictures and rows that could not be used, by name, in order; the rest was done.</param>
/// <param name="Pictures">How many pictures were done.</param>
/// <param name="Milliseconds">From the first file to the finished report.</param>
public sealed record BatchResult(string Report, IReadOnlyList<double> Mean, IReadOnlyList<string> Problems, int Pictures, double Milliseconds)
{
    public double PicturesPerSecond => 1000 * Pictures / Milliseconds;
}
