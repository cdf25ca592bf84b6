using System.Net;
using System.Text;
using Course.Scenes;

namespace Course.Widgets;

/// <summary>What stands in a scene's place where no script runs: its steps as a table, in tags that every sanitiser keeps.</summary>
internal static class StaticForm
{
    private const int Longest = 40;

    public static string Html(Scene scene)
    {
        Preset preset = scene.Presets[0];
        var html = new StringBuilder($"<p><b>{Text(scene.Title)}</b>");
        if (scene.Presets.Count > 1) html.Append($" ({Text(scene.PresetLabel)}: {Text(preset.Name)})");
        html.Append("</p><p><i>This picture plays where scripts may run: trust the notebook, or read it step by step here.</i></p>")
            .Append($"<table><thead><tr><th>{Text(scene.SliderLabel)}</th><th>What happens</th>");
        foreach (Counter counter in preset.Frames[0].Counters) html.Append($"<th>{Text(counter.Name)}</th>");
        html.Append("</tr></thead><tbody>");
        for (int i = 0; i < Math.Min(preset.Frames.Count, Longest); i++)
        {
            Frame frame = preset.Frames[i];
            html.Append($"<tr><td>{Text(frame.Step == "" ? $"{i + 1}" : frame.Step)}</td><td>{Text(frame.Narration)}</td>");
            foreach (Counter counter in frame.Counters) html.Append($"<td>{Text(counter.Value)}</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (preset.Frames.Count > Longest) html.Append($"<p>… {preset.Frames.Count - Longest} more steps</p>");
        return html.ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
