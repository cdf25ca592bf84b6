using System.ComponentModel;
using System.Diagnostics;
using Kernel.Session.Directives;
using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>Runs shell parts of cells, each in a bash of its own in the notebook's folder.</summary>
internal static class BashParts
{
    public static CellError? Run(CodePart part, CellState state)
    {
        CellRun run = state.Run;
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(part.Text);
        try
        {
            using Process bash = Process.Start(start)!;
            bash.StandardInput.Close();
            Task output = CopyAsync(bash.StandardOutput, "stdout"), errors = CopyAsync(bash.StandardError, "stderr");
            using (run.Interrupted.Register(() => bash.Kill(entireProcessTree: true))) bash.WaitForExit();
            Task.WaitAll([output, errors], TimeSpan.FromSeconds(1));
            run.Interrupted.ThrowIfCancellationRequested();
            if (bash.ExitCode == 0) return null;
            string message = $"bash ended with exit code {bash.ExitCode}.";
            return new("BashError", message, part.Line, [message]);
        }
        catch (Win32Exception)
        {
            const string Missing = "There is no bash on this machine; start the program from C# with Process.Start.";
            return new("BashError", Missing, part.Line, [Missing]);
        }

        async Task CopyAsync(StreamReader from, string stream)
        {
            char[] buffer = new char[4096];
            int read;
            while ((read = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0) run.Write(stream, new string(buffer, 0, read));
        }
    }
}
