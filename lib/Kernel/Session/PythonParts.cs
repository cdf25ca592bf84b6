using Display;
using Kernel.Session.Directives;
using Kernel.Session.Running;
using Python;

namespace Kernel.Session;

/// <summary>Runs Python parts of cells in the process that the library shares.</summary>
internal static class PythonParts
{
    /// <summary>A cell without Python is skipped with a note, so that the notebook goes on.</summary>
    public static CellError? Run(CodePart part, CellState state, bool isLast)
    {
        CellRun run = state.Run;
        try
        {
            PythonResult result = PythonProcess.Shared.Run(part.AtItsLine, run.Write, interrupt: run.Interrupted);
            if (result.Formats.Count == 0) return null;
            MimeBundle bundle = new();
            foreach ((string mimeType, string content) in result.Formats) bundle.Add(mimeType, content);
            if (isLast) run.Result(bundle);
            else run.Show(bundle);
            return null;
        }
        catch (PythonMissingException missing)
        {
            run.Show(MimeBundle.Text($"This Python cell was skipped. {missing.Message}"));
            return null;
        }
        catch (PythonException raised) when (!run.Interrupted.IsCancellationRequested)
        {
            return new(raised.Name, raised.Reason, raised.Line, raised.Traceback);
        }
        catch (PythonStoppedException stopped) { return new("PythonStopped", stopped.Message, 0, stopped.Message.Split('\n')); }
    }
}
