using Judged;

namespace Grading.Judging;

/// <summary>Compares values by content, all the way down. A number that is none equals only another that is none.</summary>
internal static class ValueComparison
{
    public static Difference? First(object? expected, object? actual, double tolerance)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null ? null : new Difference("", ValueText.Of(expected), ValueText.Of(actual));
        if (expected.GetType() != actual.GetType()) return new Difference(": its type", expected.GetType().Name, actual.GetType().Name);
        return (expected, actual) switch
        {
            (byte[] one, byte[] other) => InSpan<byte>(one, other),
            (int[] one, int[] other) => InSpan<int>(one, other),
            (long[] one, long[] other) => InSpan<long>(one, other),
            (CountedGrid one, CountedGrid other) => one.Width == other.Width && one.Height == other.Height
                ? InSpan<byte>(one.Pixels!, other.Pixels!)
                : new Difference(": its size", $"{one.Height} x {one.Width}", $"{other.Height} x {other.Width}"),
            (CountedArray one, CountedArray other) => InSpan<long>(one.Elements!, other.Elements!),
            (Array one, Array other) => InArray(one, other, tolerance),
            (string one, string other) => InText(one, other),
            (double one, double other) => Near(one, other, tolerance) ? null : new Difference("", ValueText.Of(one), ValueText.Of(other)),
            (float one, float other) => Near(one, other, tolerance) ? null : new Difference("", ValueText.Of(one), ValueText.Of(other)),
            _ => expected.Equals(actual) ? null : new Difference("", ValueText.Of(expected), ValueText.Of(actual)),
        };
    }

    private static Difference? InSpan<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual) where T : IEquatable<T>
    {
        if (expected.Length != actual.Length) return new Difference(": its length", $"{expected.Length} elements", $"{actual.Length} elements");
        int same = expected.CommonPrefixLength(actual);
        return same == expected.Length ? null : new Difference($"[{same}]", ValueText.Of(expected[same]), ValueText.Of(actual[same]), Index: same);
    }

    /// <summary>Around the first character that differs, so that long texts show it too.</summary>
    private static Difference? InText(string expected, string actual)
    {
        int same = expected.AsSpan().CommonPrefixLength(actual), from = Math.Max(0, same - 20);
        string Around(string text) => ValueText.Of(text[Math.Min(from, text.Length)..Math.Min(same + 20, text.Length)]);
        return expected == actual ? null : new Difference($": character {same}", Around(expected), Around(actual));
    }

    private static Difference? InArray(Array expected, Array actual, double tolerance)
    {
        if (expected.Rank != actual.Rank) return new Difference(": its dimensions", expected.Rank.ToString(), actual.Rank.ToString());
        for (int dimension = 0; dimension < expected.Rank; dimension++)
            if (expected.GetLength(dimension) != actual.GetLength(dimension))
                return new Difference(": its length", $"{expected.GetLength(dimension)} elements", $"{actual.GetLength(dimension)} elements");
        var (one, other) = (expected.GetEnumerator(), actual.GetEnumerator());
        for (int flat = 0; one.MoveNext() && other.MoveNext(); flat++)
            if (First(one.Current, other.Current, tolerance) is { } inside)
                return inside with { Place = Place(expected, flat) + inside.Place, Index = flat };
        return null;
    }

    private static string Place(Array array, int flat)
    {
        var indices = new int[array.Rank];
        for (int dimension = array.Rank - 1; dimension >= 0; flat /= array.GetLength(dimension), dimension--) indices[dimension] = flat % array.GetLength(dimension);
        return $"[{string.Join(", ", indices)}]";
    }

    private static bool Near(double expected, double actual, double tolerance) => expected.Equals(actual) ||
        (double.IsFinite(expected) && double.IsFinite(actual) && Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)));
}
