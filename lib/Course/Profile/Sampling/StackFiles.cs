using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Course.Profile.Sampling;

/// <summary>The running time of a profile for other viewers: speedscope's JSON and the folded stacks that flame graph scripts read.</summary>
internal static class StackFiles
{
    /// <summary>Format: https://www.speedscope.app/file-format-schema.json; each distinct stack is one weighted sample.</summary>
    public static string Speedscope(SamplingProfile profile)
    {
        Dictionary<(string, string), int> frames = [];
        JsonArray shared = [], samples = [], weights = [];
        double end = 0;
        foreach ((StackNode[] stack, double milliseconds) in Stacks(profile.Root, []))
        {
            JsonArray sample = [];
            foreach (StackNode node in stack)
            {
                if (!frames.TryGetValue((node.Method, node.Module), out int index))
                {
                    frames[(node.Method, node.Module)] = index = frames.Count;
                    JsonObject frame = new() { ["name"] = node.Method };
                    if (node.Lines.Count > 0)
                    {
                        var (document, line) = node.Lines.MaxBy(each => each.Value).Key;
                        (frame["file"], frame["line"]) = (document, line);
                    }
                    shared.Add(frame);
                }
                sample.Add(index);
            }
            samples.Add(sample);
            double weight = Math.Round(milliseconds, 3);
            weights.Add(weight);
            end += weight;
        }
        return new JsonObject
        {
            ["$schema"] = "https://www.speedscope.app/file-format-schema.json",
            ["name"] = profile.Title,
            ["exporter"] = "course",
            ["activeProfileIndex"] = 0,
            ["shared"] = new JsonObject { ["frames"] = shared },
            ["profiles"] = new JsonArray(new JsonObject
            {
                ["type"] = "sampled",
                ["name"] = "running time, all threads",
                ["unit"] = "milliseconds",
                ["startValue"] = 0,
                ["endValue"] = Math.Round(end, 3),
                ["samples"] = samples,
                ["weights"] = weights,
            }),
        }.ToJsonString();
    }

    /// <summary>A line per distinct stack: calls from the outermost, separated by semicolons, then microseconds.</summary>
    public static string Folded(SamplingProfile profile)
    {
        var text = new StringBuilder();
        foreach ((StackNode[] stack, double milliseconds) in Stacks(profile.Root, []))
            text.AppendJoin(';', stack.Select(node => node.Method.Replace(';', ','))).Append(CultureInfo.InvariantCulture, $" {Math.Max(1, Math.Round(1000 * milliseconds)):0}\n");
        return text.ToString();
    }

    private static IEnumerable<(StackNode[] Stack, double Milliseconds)> Stacks(StackNode node, StackNode[] above)
    {
        foreach (StackNode child in node.Children)
        {
            StackNode[] stack = [.. above, child];
            if (child.OwnRunningMilliseconds > 0) yield return (stack, child.OwnRunningMilliseconds);
            foreach (var below in Stacks(child, stack)) yield return below;
        }
    }
}
