using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>Four doubles in two vectors.</summary>
internal readonly struct LowHigh(Vector128<double> low, Vector128<double> high)
{
    public readonly Vector128<double> Low = low, High = high;
}
