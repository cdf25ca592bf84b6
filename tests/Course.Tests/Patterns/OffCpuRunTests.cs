using Course.Patterns;

namespace Course.Tests.Patterns;

public sealed class OffCpuRunTests
{
    private static readonly OffCpuRun Run = new("measured here", "a device", "a processor", new DateOnly(2026, 11, 21),
    [
        new(32, 1, 1, 1, 1, 3, 9, 1), new(64, 1, 1, 1, 1, 3, 9, 4), new(128, 1, 1, 1, 1, 3, 9, 2), new(256, 1, 1, 1, 1, 3, 9, 6),
        new(32, 8, 1, 1, 1, 3, 9, 2), new(64, 8, 1, 1, 1, 3, 9, 2),
    ]);

    [Fact]
    public void TheCrossoverIsWhereTheDeviceStaysAhead()
    {
        Assert.Equal(256, Run.Crossover(1, row => row.Cpu));
        Assert.Null(Run.Crossover(8, row => row.Cpu));
        Assert.Equal(32, Run.Crossover(8, row => row.Loop));
        Assert.Equal(2.0 / 3, Run.Rows[0].TransferShare, 1e-12);
        Assert.Equal(2, Run.Rows[3].TimesFaster, 1e-12);
    }

    [Fact]
    public void ARecordedRunNamesItsMachine()
    {
        string results = Directory.CreateTempSubdirectory("course-off-cpu").FullName;
        try
        {
            Assert.Throws<FileNotFoundException>(() => OffCpuRun.Recorded(results));
            Run.Save(Path.Combine(results, "cpu", OffCpuRun.FileName));
            OffCpuRun recorded = OffCpuRun.Recorded(results);
            Assert.Equal("recorded on a processor, 2026-11-21", recorded.Origin);
            Assert.Equal(Run.Rows, recorded.Rows);
            File.WriteAllText(Path.Combine(results, "cpu", OffCpuRun.FileName), "{\"device\":7}");
            Assert.Throws<InvalidDataException>(() => OffCpuRun.Recorded(results));
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }
}
