using System.Text;

namespace Course.Profile.Probing;

/// <summary>Insertions into a text that stay on the line where they are made, so that every line keeps its number.</summary>
internal sealed class SourceEdits
{
    private readonly List<(int Start, int Length, bool Opens, string Text)> _edits = [];

    /// <summary>Stands before whatever begins at the place; of two at one place, the one asked for first comes first.</summary>
    public void Open(int at, string text) => _edits.Add((at, 0, true, text));

    /// <summary>Stands right behind whatever ends at the place.</summary>
    public void Close(int at, string text) => _edits.Add((at, 0, false, text));

    public void Replace(int at, int length, string text) => _edits.Add((at, length, true, text));

    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/> with every edit made in it.</summary>
    public string Apply(string source, int start, int end)
    {
        var result = new StringBuilder();
        int copied = start;
        foreach (var edit in _edits.Where(edit => edit.Start >= start && edit.Start <= end).OrderBy(edit => edit.Start).ThenBy(edit => edit.Opens))
        {
            result.Append(source, copied, edit.Start - copied).Append(edit.Text);
            copied = edit.Start + edit.Length;
        }
        return result.Append(source, copied, end - copied).ToString();
    }
}
