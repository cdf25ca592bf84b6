namespace Course.Scenes;

/// <summary>
/// A picture to step through: frames that library code has computed beforehand, so that playing it needs nothing but the frames.
/// </summary>
public abstract class Scene
{
    /// <summary>More frames than this are thinned: nobody steps through them one by one, and a page must stay small.</summary>
    public const int LongestRun = 240;

    protected Scene(string title, IReadOnlyList<Preset> presets)
    {
        if (presets.Count == 0) throw new ArgumentException($"The scene '{title}' has nothing to choose from.", nameof(presets));
        Title = title;
        Presets = [.. presets.Select(Thinned)];
    }

    public string Title { get; }

    /// <summary>The runs to choose from, the first one shown first.</summary>
    public IReadOnlyList<Preset> Presets { get; }

    /// <summary>What the choice of preset chooses: "Pattern", "Index".</summary>
    public virtual string PresetLabel => "Show";

    /// <summary>What the slider slides over: "Step", "Kernel size".</summary>
    public virtual string SliderLabel => "Step";

    private static Preset Thinned(Preset preset)
    {
        int count = preset.Frames.Count;
        if (count == 0) throw new ArgumentException($"'{preset.Name}' has no frame.", nameof(preset));
        if (count <= LongestRun) return preset;
        // The first and the last frame stay: totals are read from the last one.
        Frame[] kept = [.. Enumerable.Range(0, LongestRun).Select(i => preset.Frames[(int)((long)i * (count - 1) / (LongestRun - 1))])];
        return preset with { Frames = kept, Note = $"{preset.Note} Of {count:N0} steps {LongestRun} are shown; every count is of all of them.".Trim() };
    }
}
