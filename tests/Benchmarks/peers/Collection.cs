using Course.Measure;

namespace Peers;

/// <summary>The launches' files made into one table.</summary>
internal static class Collection
{
    /// <summary>
    /// The Simd library's byte 3x3 in memory copies of the same picture, recorded in November 2026 on another machine (Zen 4, one core): it is in no
    /// Debian release, so nothing here can time it.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, double> SimdInCopies = new Dictionary<string, double>
    {
        ["byte 3x3, 512x512"] = .0156 / .0046,
        ["byte 3x3, 1920x1080"] = .117 / .0423,
        ["byte 3x3, 3840x2160"] = .555 / .233,
        ["byte 3x3, 7680x4320"] = 5.45 / 1.81,
        ["AVX2: byte 3x3, 512x512"] = .0140 / .0046,
        ["AVX2: byte 3x3, 1920x1080"] = .113 / .0423,
        ["AVX2: byte 3x3, 3840x2160"] = .560 / .233,
    };

    public static IEnumerable<PeerRow> Rows(string folder)
    {
        foreach (Case one in Case.All)
        {
            Measurements[] launches = Load(folder, one);
            if (launches.Length == 0) continue;
            foreach (Measurement peer in launches[0]) yield return Row(one, peer, launches);
            if (!SimdInCopies.TryGetValue(one.Name, out double copies)) continue;
            Spread times = Spread.Of(launches.Select(launch => copies * launch[Contestants.Copy].Milliseconds / launch[Contestants.Box].Milliseconds));
            Goal? goal = Goal.Of(one.Name, Contestants.Simd);
            yield return new PeerRow(one.Name, Contestants.Simd, 0, null, Contestants.Box, times, goal?.ToString() ?? "", goal?.Holds(times.Median),
                "recorded on another machine as a ratio to a memory copy");
        }
    }

    /// <summary>The launches' medians as samples, with the machine: label "case | peer".</summary>
    public static Measurements Samples(string folder)
    {
        var all = Case.All.Select(one => (Case: one, Launches: Load(folder, one))).Where(one => one.Launches.Length > 0).ToArray();
        if (all.Length == 0) throw new FileNotFoundException($"{folder} holds no launches; `measure --out {folder}` makes them.");
        Measurements first = all[0].Launches[0];
        return new Measurements(all.SelectMany(one => one.Launches[0], (one, peer) => new Measurement($"{one.Case.Name} | {peer.Label}",
            [.. one.Launches.Select(launch => launch[peer.Label].Milliseconds)], 0, one.Launches.Sum(launch => launch[peer.Label].Calls), peer.Note)),
            first.Machine, first.Jit, first.Taken);
    }

    private static PeerRow Row(Case one, Measurement peer, Measurements[] launches)
    {
        Goal? goal = Goal.Of(one.Name, peer.Label);
        string radius = one.Radii.Length == 1 ? "" : $", radius {(peer.Label.EndsWith("50", StringComparison.Ordinal) ? 50 : 15)}";
        string against = goal?.Against ?? peer.Label switch
        {
            Bounds.Arithmetic or Bounds.ArithmeticOnTwo => Bounds.Arithmetic,
            _ => Contestants.Box + radius,
        };
        Spread times = Spread.Of(launches.Select(launch => launch[peer.Label].Milliseconds / launch[against].Milliseconds));
        return new PeerRow(one.Name, peer.Label, launches.Length, Spread.Of(launches.Select(launch => launch[peer.Label].Milliseconds)), against, times,
            goal?.ToString() ?? "", goal?.Holds(times.Median), peer.Note);
    }

    private static Measurements[] Load(string folder, Case one) =>
        [.. Directory.EnumerateFiles(folder, $"{one.FileName}.*.json").Order(StringComparer.Ordinal).Select(Measurements.Load)];
}
