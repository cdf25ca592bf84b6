using Display;
using Kernel.Session;
using Notebooks;

namespace Cli.Running;

/// <summary>Stores a running cell's output in the notebook, as Jupyter would.</summary>
internal sealed class NotebookOutput(Notebook notebook, NotebookCell cell) : ICellOutput
{
    private readonly Lock _gate = new();
    private bool _clearNext;

    public void Stream(string name, string text) => Add(() => cell.AddStream(name, text));

    public void Display(MimeBundle bundle, string? displayId, bool update)
    {
        if (update && displayId is not null)
        {
            lock (_gate) notebook.UpdateDisplay(displayId, bundle);
            return;
        }
        Add(() => cell.AddDisplay(bundle, displayId));
    }

    public void Result(MimeBundle bundle) => Add(() => cell.AddResult(bundle));

    public void Clear(bool wait)
    {
        lock (_gate)
        {
            _clearNext = wait;
            if (!wait) cell.ClearOutputs();
        }
    }

    public string? ReadLine(string prompt, bool password) => null;

    private void Add(Action add)
    {
        lock (_gate)
        {
            if (_clearNext) cell.ClearOutputs();
            _clearNext = false;
            add();
        }
    }
}
