namespace Grading.Judging;

/// <summary>Whoever holds it is the only one on this machine that times something, however many judges there are.</summary>
internal sealed class MachineTurn : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);
    private readonly FileStream _file;

    private MachineTurn(FileStream file) => _file = file;

    public static MachineTurn Take()
    {
        string path = Path.Combine(Path.GetTempPath(), $"course-timing-{Environment.UserName}.lock");
        while (true)
        {
            try { return new MachineTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)); }
            catch (IOException) { Thread.Sleep(Wait); }
        }
    }

    public void Dispose() => _file.Dispose();
}
