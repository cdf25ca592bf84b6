namespace Course.Charts;

/// <summary>Where an axis begins and ends, and the round values between that get a line and a number.</summary>
internal readonly record struct Ticks(double Min, double Max, IReadOnlyList<double> Values)
{
    /// <param name="wanted">About how many values have room.</param>
    /// <param name="fromZero">True where lengths are compared, so that the axis must show zero.</param>
    public static Ticks For(Axis axis, double min, double max, int wanted, bool fromZero)
    {
        if (!(min <= max) || (axis.Log && min <= 0)) (min, max) = axis.Log ? (1, 10) : (0, 1);
        if (axis.Log) return axis.InBytes ? LogBytes(min, max, wanted) : LogDecimal(min, max, wanted, fromZero);
        if (fromZero || (min > 0 && min < 0.6 * max)) (min, max) = (Math.Min(0, min), Math.Max(0, max));
        if (min == max) (min, max) = min == 0 ? (0, 1) : (Math.Min(0, min), Math.Max(0, max));
        return Linear(min, max, wanted, axis.InBytes);
    }

    private static Ticks Linear(double min, double max, int wanted, bool inBytes)
    {
        double step = RoundStep((max - min) / wanted, inBytes);
        // Ranges that overflow, or numbers so close that a step vanishes between them, keep only their ends.
        if (!double.IsFinite(step) || min + step == min || max + step == max) return new Ticks(min, max, [min, max]);
        double first = Math.Floor(min / step), last = Math.Ceiling(max / step);
        double[] values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        return new Ticks(values[0], values[^1], values);
    }

    /// <summary>The next larger of 1, 2, 5 times a power of ten; for bytes, of a power of two.</summary>
    private static double RoundStep(double step, bool inBytes)
    {
        if (inBytes) return Math.Pow(2, Math.Ceiling(Math.Log2(Math.Max(step, 1))));
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(round => round >= step * 0.999999 || round == 10 * power);
    }

    private static Ticks LogDecimal(double min, double max, int wanted, bool fromZero)
    {
        // A bar that ends where the scale begins would have no length.
        double low = Round(fromZero ? min / 2 : min, up: false), high = Round(max, up: true);
        if (!double.IsFinite(high) || low <= 0) return new Ticks(min, max, [min, max]);
        if (high <= low) high = 10 * low;
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high)), every = Math.Max(1, (last - first + wanted - 1) / wanted);
        double[] values = [];
        foreach (double[] factors in new double[][] { [1, 2, 5], [1, 3], [1] })
        {
            values = [.. Powers(first, last, factors.Length == 1 ? every : 1).SelectMany(power => factors.Select(factor => factor * power))
                .Where(value => value >= low * 0.999 && value <= high * 1.001)];
            if (values.Length <= wanted) break;
        }
        return new Ticks(low, high, values.Length >= 2 ? values : [low, high]);
    }

    private static IEnumerable<double> Powers(int first, int last, int every)
    {
        for (int power = first; power <= last; power += every) yield return Math.Pow(10, power);
    }

    /// <summary>The nearest of 1, 2, 5 times a power of ten that is not above, or not below.</summary>
    private static double Round(double value, bool up)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        double[] round = [power, 2 * power, 5 * power, 10 * power];
        return up ? round.First(one => one >= value * 0.999999 || one == round[^1]) : round.Last(one => one <= value * 1.000001 || one == round[0]);
    }

    private static Ticks LogBytes(double min, double max, int wanted)
    {
        int low = (int)Math.Floor(Math.Log2(min) + 1e-9), high = (int)Math.Ceiling(Math.Log2(max) - 1e-9);
        if (high <= low) high = low + 1;
        int every = Math.Max(1, (int)Math.Ceiling((high - low) / (double)Math.Max(wanted, 2)));
        // Steps of 4, 16, 1024 times read better than steps of 8 or 32.
        every = every switch { <= 2 => every, <= 5 => every + every % 2, _ => (every + 9) / 10 * 10 };
        int first = (int)Math.Ceiling(low / (double)every) * every;
        return new Ticks(Math.Pow(2, low), Math.Pow(2, high),
            [.. Enumerable.Range(0, Math.Max(0, (high - first) / every + 1)).Select(i => Math.Pow(2, first + i * every))]);
    }
}
