namespace Course.Tests.Measure;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("course-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
