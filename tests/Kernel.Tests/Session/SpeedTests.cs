using System.Diagnostics;
using System.Globalization;
using Kernel.Stdio;

namespace Kernel.Tests.Session;

/// <summary>What makes cells fast and keeps them so. How fast they are, <c>course bench --latency</c> measures.</summary>
[Collection("timing")]
public sealed class SpeedTests(SharedSession shared) : IClassFixture<SharedSession>
{
    private const string Blur =
        """
        static double[] Rows(double[] image, int width, int height)
        {
            var result = new double[image.Length];
            for (int y = 1; y < height - 1; y++)
                for (int x = 1; x < width - 1; x++)
                    result[y * width + x] = (image[y * width + x - 1] + image[y * width + x] + image[y * width + x + 1]) / 3;
            return result;
        }
        """;

    private static double[] Rows(double[] image, int width, int height)
    {
        var result = new double[image.Length];
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
                result[y * width + x] = (image[y * width + x - 1] + image[y * width + x] + image[y * width + x + 1]) / 3;
        return result;
    }

    public static Func<double[], int, int, double[]> InLibrary => Rows;

    /// <summary>The same code for the JIT, and leave to optimise it; so the same speed, which is not timed here because a busy machine would decide.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("#!debug\n", false)]
    public async Task A_loop_in_a_cells_method_is_compiled_as_in_a_library(string directive, bool same)
    {
        string cell = $$"""
            {{directive}}#r "{{typeof(SpeedTests).Assembly.Location}}"
            {{Blur}}
            string Code(Delegate method)
            {
                var body = method.Method.GetMethodBody();
                var flags = (System.Diagnostics.DebuggableAttribute)Attribute.GetCustomAttribute(method.Method.Module.Assembly, typeof(System.Diagnostics.DebuggableAttribute));
                return $"{body.GetILAsByteArray().Length} bytes, {body.LocalVariables.Count} locals, stack {body.MaxStackSize}, optimised: {flags?.IsJITOptimizerDisabled != true}";
            }
            Code((Func<double[], int, int, double[]>)Rows) + "|" + Code(Kernel.Tests.Session.SpeedTests.InLibrary)
            """;
        string[] forms = (await shared.RunWellAsync(cell)).Text!.Trim('"').Split('|');
        Assert.Contains("optimised: True", forms[1]);
        Assert.Equal(same, forms[0] == forms[1]);
    }

    [Fact]
    public async Task A_slow_top_level_loop_is_warned_about_once_and_only_if_it_is_slow()
    {
        const string Loop = "int i = 0; double sum = 0;\nwhile (i < LIMIT) { i++; sum += i; }\nfor (int j = 0; j < 3; j++) sum += j;";
        Assert.Equal("", (await shared.RunWellAsync(Loop.Replace("LIMIT", "1000"))).Error);
        string slow = (await shared.RunWellAsync(Loop.Replace("LIMIT", "400_000_000"))).Error;
        Assert.Contains("Line 2: the loop counter 'i' is a top-level variable", slow);
        Assert.Equal(1, slow.Split("top-level variable").Length - 1);
        Assert.Equal("", (await shared.RunWellAsync("void InMethod() { int k = 0; while (k < 400_000_000) k++; }\nInMethod();")).Error);
    }

    [Fact]
    public async Task Five_hundred_cells_keep_memory_flat_and_the_last_ones_as_quick_as_the_first()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        List<double> milliseconds = [];
        double before = 0;
        for (int i = 0; i < 500; i++)
        {
            if (i == 20) before = await MegabytesAsync(kernel);
            long started = Stopwatch.GetTimestamp();
            string cell = i % 2 == 0 ? $"{i} + 2" : $"int v{i} = {i}; int F{i}(int x) => x + v{i}; F{i}(2)";
            Assert.True((await kernel.RunAsync(cell, new RecordingOutput(), TimeSpan.FromMinutes(1))).Ok);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        Assert.InRange(await MegabytesAsync(kernel) - before, -100, 200);
        double early = milliseconds[20..120].Order().ElementAt(50), late = milliseconds[^100..].Order().ElementAt(50);
        Assert.True(late < 10 * early, $"median of cells 20 to 120 {early:0.#} ms, of the last hundred {late:0.#} ms");
    }

    private static async Task<double> MegabytesAsync(KernelProcess kernel)
    {
        var output = new RecordingOutput();
        await kernel.RunAsync("GC.Collect(); System.Diagnostics.Process.GetCurrentProcess().WorkingSet64 / 1e6", output, TimeSpan.FromMinutes(1));
        return double.Parse(output.Text!, CultureInfo.InvariantCulture);
    }
}
