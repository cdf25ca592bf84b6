using Course.Measure;

namespace Peers;

/// <summary>One process of the comparison: everybody's result is held to the true mean, then everybody is timed in turn.</summary>
internal static class Launch
{
    private const double SlowMilliseconds = 50, WarmMilliseconds = 150, SampleMilliseconds = 1;
    private const int Rounds = 21, SlowSamples = 3, WarmCalls = 30;

    public static void Run(Case shape, int launch, string file)
    {
        using var picture = new Picture(shape, launch);
        var entrants = new List<Entrant>();
        var truths = new Dictionary<(Border, int), TrueMeans>();
        foreach (Contestant one in Contestants.Of(picture))
            entrants.Add(new Entrant(one, Checked(one, picture, truths)));
        truths.Clear();
        foreach (Entrant one in entrants) WarmUp(one);
        GC.Collect();
        Entrant[] order = [.. entrants];
        for (int round = 0; round < Rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (Entrant one in order)
            {
                // The slow ones spread their few samples over all rounds.
                int wanted = one.Slow ? SlowSamples : Rounds;
                if ((round + 1) * wanted / Rounds == round * wanted / Rounds) continue;
                // First outside the clock: each core's caches hold what this contestant leaves there, workers are awake, as between calls in a row.
                if (!one.Slow) one.Contestant.Time(one.Calls);
                one.Samples.Add(one.Contestant.Time(one.Calls) / one.Calls);
            }
        }
        new Measurements(entrants.Select(one => new Measurement(one.Contestant.Name, one.Samples, 0, (long)one.Calls * one.Samples.Count, one.Result)),
            Machine.Current, JitSettings.Current, DateTimeOffset.Now).Save(file);
    }

    private static string Checked(Contestant one, Picture picture, Dictionary<(Border, int), TrueMeans> truths)
    {
        one.Time(1);
        if (one.Promise == Promise.Bound) return "no blur of the picture: what the machine allows";
        float[] result = one.Result();
        if (one.Promise.Border == Border.NoBlur)
            return result.AsSpan().SequenceEqual(picture.Widened(picture.Source)) ? "a copy" : throw new InvalidDataException($"{one.Name} is no copy.");
        // Interior pixels see no border at all.
        Border border = one.Promise.Border == Border.Reflect101 ? Border.Reflect101 : Border.Replicate;
        if (!truths.TryGetValue((border, one.Radius), out TrueMeans? truth))
            truths.Add((border, one.Radius), truth = new TrueMeans(picture, border, one.Radius));
        double furthest = truth.Hold(one.Name, one.Promise, one.Radius, result);
        return $"{(one.Version.Length > 0 ? $"version {one.Version}; " : "")}border: {Words(one.Promise.Border)}; rounding: {one.Promise.Rounding}; furthest from the true mean: {furthest:0.######}";
    }

    private static string Words(Border border) => border switch
    {
        Border.Replicate => "replicated",
        Border.Reflect101 => "reflected (101)",
        _ => "left alone",
    };

    private static void WarmUp(Entrant one)
    {
        one.Contestant.Time(1);
        double call = one.Contestant.Time(1);
        if (call > SlowMilliseconds)
        {
            (one.Slow, one.Calls) = (true, 1);
            return;
        }
        double elapsed = 0;
        for (int calls = 0; (calls < WarmCalls || elapsed < WarmMilliseconds) && elapsed < 4 * WarmMilliseconds; calls++)
            elapsed += call = one.Contestant.Time(1);
        // The last call alone may have met a disturbance; five in a row say how many make a sample.
        one.Calls = Math.Max(1, (int)Math.Ceiling(SampleMilliseconds * 5 / Math.Max(1e-4, one.Contestant.Time(5))));
    }

    private sealed class Entrant(Contestant contestant, string result)
    {
        public Contestant Contestant { get; } = contestant;

        public string Result { get; } = result;

        public List<double> Samples { get; } = [];

        public int Calls { get; set; }

        public bool Slow { get; set; }
    }
}
