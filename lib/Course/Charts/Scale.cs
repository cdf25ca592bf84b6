namespace Course.Charts;

/// <summary>Puts the values of an axis on pixels, <paramref name="From"/> for its beginning and <paramref name="To"/> for its end.</summary>
internal readonly record struct Scale(Ticks Ticks, bool Log, double From, double To)
{
    public double At(double value)
    {
        double share = Log
            ? (Math.Log(value) - Math.Log(Ticks.Min)) / (Math.Log(Ticks.Max) - Math.Log(Ticks.Min))
            : (value / 2 - Ticks.Min / 2) / (Ticks.Max / 2 - Ticks.Min / 2);
        // An error bar may reach beyond the axis, even to minus infinity on a logarithmic one.
        return double.IsNaN(share) ? From : From + Math.Clamp(share, 0, 1) * (To - From);
    }

    public bool Contains(double value) => value >= Ticks.Min && value <= Ticks.Max;
}
