using Course.Measure;

namespace Course.Tests.Measure;

public sealed class MachineTests
{
    [Fact]
    public void ThisMachineHasANameCoresMemoryAndARuntime()
    {
        Machine here = Machine.Current;
        Assert.NotEqual("", here.Cpu);
        Assert.Equal(Environment.ProcessorCount, here.Cores);
        Assert.InRange(here.MemoryBytes, 1L << 28, 1L << 50);
        Assert.StartsWith(".NET ", here.Runtime);
        Assert.Contains(here.VectorBits, new[] { 0, 128, 256, 512 });
        Assert.Contains(here.Cpu, here.ToString());
    }

    [SkippableFact]
    public void TheProcessorAndTheKernelDescribeTheSameCaches()
    {
        var processor = CpuId.Caches();
        Skip.If(processor.Count == 0, "This processor has no CPUID instruction that describes caches.");
        string[] cores = [.. Directory.GetDirectories("/sys/devices/system/cpu", "cpu?").Select(cpu => Path.Combine(cpu, "cache")).Where(Directory.Exists)];
        Skip.If(cores.Length == 0, "This system shows no caches under /sys.");
        // Any core will do: on a processor with two kinds of cores this thread may run on either.
        var kernel = cores.Select(core => CacheTopology.FromFolder(core).Select(Geometry).ToArray());
        Assert.Contains(kernel, caches => caches.SequenceEqual(processor.Select(Geometry)));
    }

    [SkippableFact]
    public void TheBrandStringIsTheModelNameOfTheKernel()
    {
        Skip.If(CpuId.Brand() is null, "This processor has no CPUID brand string.");
        Skip.IfNot(File.Exists("/proc/cpuinfo"), "This system has no /proc/cpuinfo.");
        Assert.Contains(File.ReadLines("/proc/cpuinfo"), line => line.StartsWith("model name") && line.EndsWith(CpuId.Brand()!));
    }

    [Fact]
    public void ACacheFolderIsReadFieldByField()
    {
        using var folder = new TemporaryFolder();
        Cache("index0", ("level", "1"), ("type", "Data"), ("size", "48K"), ("coherency_line_size", "64"), ("ways_of_associativity", "12"), ("shared_cpu_list", "0,8"));
        Cache("index2", ("level", "2"), ("type", "Unified"), ("size", "2M"), ("shared_cpu_list", "0-3,8"));
        Cache("index3", ("level", "three"), ("size", "1K"));
        Cache("index4", ("level", "3"), ("size", "-5K"));
        Cache("index5", ("level", "3"), ("size", "99999999999999999999K"));

        Assert.Equal([new CacheLevel(1, CacheKind.Data, 49152, 64, 12, 2), new CacheLevel(2, CacheKind.Unified, 2 << 20, 0, 0, 5)],
            CacheTopology.FromFolder(folder.Path));
        Assert.Empty(CacheTopology.FromFolder(Path.Combine(folder.Path, "missing")));

        void Cache(string index, params (string File, string Text)[] files)
        {
            string path = Directory.CreateDirectory(Path.Combine(folder.Path, index)).FullName;
            foreach (var (file, text) in files) File.WriteAllText(Path.Combine(path, file), text + "\n");
        }
    }

    [Theory]
    [InlineData("AMD EPYC 9654 96-Core Processor", "amd-epyc-9654-96-core-processor")]
    [InlineData("Intel(R) Core(TM) i7-1185G7 @ 3.00GHz", "intel-core-i7-1185g7-3-00ghz")]
    public void TheFolderOfAMachineIsItsNameInPlainLetters(string cpu, string folder) =>
        Assert.Equal(folder, (Machine.Current with { Cpu = cpu }).FolderName());

    private static (int, CacheKind, long, int, int) Geometry(CacheLevel cache) => (cache.Level, cache.Kind, cache.Bytes, cache.LineBytes, cache.Ways);
}
