using Course.Profile.Sampling;
using Course.Tests.Measure;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Sampling;

[Collection(TimingCollection.Name)]
public class SamplingProfileTests(ITestOutputHelper output)
{
    [Fact]
    public void Three_quarters_of_own_work_are_found_within_three_points()
    {
        SamplingProfile? last = null;
        Accuracy.Holds(() =>
        {
            double right = 0;
            last = SamplingProfile.Of(() => { right = KnownPrograms.ThreeQuartersAndOne(0.8); });
            output.WriteLine($"found {Share(last):0.000}, right {right:0.000}");
            return Share(last) - right;
        }, -0.03, 0.03, output);

        output.WriteLine(last!.ToString());
        MethodTime spend = Method(last, "Spend");
        Assert.Equal(last.Methods[0], spend);
        Assert.Equal("KnownPrograms.cs", Path.GetFileName(spend.HotLine!.Value.Document));
        Assert.InRange(Method(last, "ThreeQuartersAndOne").Total / last.Running, 0.98, 1.001);
        Assert.DoesNotContain(last.Methods, method => method.Method.Contains("SamplingProfile.", StringComparison.Ordinal));
        Assert.True(last.Samples > 100);
        Assert.Contains("safepoints", last.Notes[0]);
    }

    [Fact]
    public void Three_quarters_of_another_process_are_found_and_its_sleeper_waits()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        SamplingProfile? last = null;
        Accuracy.Holds(() => Share(last = SamplingProfile.Attach(program.Id, 0.8)), 0.72, 0.78, output);

        output.WriteLine(last!.ToString());
        Assert.Equal("KnownPrograms.cs", Path.GetFileName(Method(last, "Spend").HotLine!.Value.Document));
        Assert.Single(last.Threads, thread => thread.Running > 0.9 * last.Running);
        ThreadTime sleeper = Assert.Single(last.Threads, thread => thread.Name == "sleeper" || (!OperatingSystem.IsLinux() && thread.Running == TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, sleeper.Running);
        Assert.True(sleeper.Waiting > TimeSpan.FromSeconds(0.3));
    }

    [Fact]
    public void Asynchronous_methods_carry_the_name_in_the_source()
    {
        SamplingProfile profile = SamplingProfile.Of(() => KnownPrograms.Asynchronous(0.3));
        output.WriteLine(profile.ToString());
        Assert.True(Method(profile, "Asynchronous").Total > 0.5 * profile.Running);
        Assert.DoesNotContain(profile.Methods, method => method.Method.Contains('<'));
    }

    private static double Share(SamplingProfile profile) => Method(profile, "ThreeQuarters").Total / (Method(profile, "ThreeQuarters").Total + Method(profile, "OneQuarter").Total);

    private static MethodTime Method(SamplingProfile profile, string name) => Assert.Single(profile.Methods, method => method.Method == $"KnownPrograms.{name}");
}
