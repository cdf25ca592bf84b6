using Display;
using Kernel.Session;
using Kernel.Stdio;
using Notebooks;

namespace Cli.Installation;

/// <summary>The proof that an installation works: the first code cell of the first notebook, run by the published kernel.</summary>
internal static class FirstCell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<CellOutcome> RunAsync(CourseFolder course, string publication)
    {
        string path = course.NotebooksNamed(["01"])[0];
        NotebookCell cell = Notebook.Read(path).Cells.First(cell => cell.Kind == CellKind.Code);
        await using KernelProcess kernel = KernelProcess.Start(course.Notebooks, kernelFolder: publication);
        return await kernel.RunAsync(cell.Source, new PlainOutput(), Limit);
    }

    /// <summary>Shows what a terminal can show.</summary>
    private sealed class PlainOutput : ICellOutput
    {
        public void Stream(string name, string text) => Console.Write(text);

        public void Display(MimeBundle bundle, string? displayId, bool update) => Result(bundle);

        public void Result(MimeBundle bundle)
        {
            if (bundle.Data.TryGetValue("text/plain", out var text)) Console.WriteLine(text.GetValue<string>());
        }

        public void Clear(bool wait) { }

        public string? ReadLine(string prompt, bool password) => null;
    }
}
