using Kernel.Formatting;
using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>Something that <c>display</c> showed and that can still change.</summary>
public sealed class DisplayedValue
{
    private readonly string _displayId;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string displayId, string[] mimeTypes) => (_displayId, _mimeTypes) = (displayId, mimeTypes);

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) => CellRun.Current?.Show(ValueFormatter.ToBundle(value, _mimeTypes), _displayId, update: true);
}
