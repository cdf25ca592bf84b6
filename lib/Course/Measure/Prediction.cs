using System.Collections.Concurrent;
using System.Globalization;

namespace Course.Measure;

/// <summary>What a learner expects, written down before it is measured. Kept for the session, by label.</summary>
public static class Prediction
{
    private static readonly ConcurrentDictionary<string, double?> Guesses = new();
    private static readonly ConcurrentDictionary<string, bool> Unanswered = new();

    /// <summary>Records a guess, in milliseconds where a time is meant; null stands for none yet. The next measurement of that label answers it.</summary>
    /// <returns>A sentence that says what was recorded.</returns>
    public static string Predict(string label, double? guess)
    {
        if (guess is { } number && !(number > 0 && double.IsFinite(number)))
            throw new ArgumentOutOfRangeException(nameof(guess), $"A guess for '{label}' is a number above zero, or null for none.");
        Guesses[label] = guess;
        Unanswered[label] = true;
        return guess is null ? $"No guess for '{label}' yet: write a number in place of null and run the cell again." : $"Your guess for '{label}': {Number(guess.Value)}.";
    }

    /// <summary>The answer to a guess, once: guess beside result, or that none was made; null when nobody was asked since the last answer.</summary>
    public static string? Answer(string label, double milliseconds) => Unanswered.TryRemove(label, out _)
        ? $"'{label}': {Number(milliseconds)} ms; {Beside(label, milliseconds)}."
        : null;

    /// <summary>Guess beside result, in a sentence without a full stop; empty when nobody was asked for a guess.</summary>
    public static string Beside(string label, double result)
    {
        if (!Guesses.TryGetValue(label, out double? asked)) return "";
        if (asked is not { } guess) return "no guess was made";
        double ratio = guess / result;
        string verdict = ratio is > 0.8 and < 1.25 ? "close" : ratio > 1 ? $"{Number(ratio)} times too much" : $"{Number(1 / ratio)} times too little";
        return $"your guess {Number(guess)}: {verdict}";
    }

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
