using System.Diagnostics;
using System.Runtime.CompilerServices;
using Course.Profile.Calls;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Calls;

[Collection("Timing")]
public class CallAccuracyTests(ITestOutputHelper output)
{
    private const int Calls = 100_000;

    // A chain of dependent sums takes the same time whoever compiles it, and calls that hand on their result cannot overlap. About as long as the probes of one call.
    private const string Chain = "double x = n; for (int i = 0; i < 60; i++) x = x * 0.999 + 1; return x;";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Work(double n)
    {
        double x = n;
        for (int i = 0; i < 60; i++) x = x * 0.999 + 1;
        return x;
    }

    private static double Spin()
    {
        double sum = 0;
        for (int i = 0; i < Calls; i++) sum = Work(sum);
        return sum;
    }

    [Fact]
    public void The_time_of_short_calls_is_right_within_15_per_cent() => Accuracy.Holds(() =>
    {
        CallProfile profile = CallProfile.OfProgram($$"""
            A.Spin();
            static class A
            {
                static double Work(double n) { {{Chain}} }
                public static double Spin() { double sum = 0; for (int i = 0; i < {{Calls}}; i++) sum = Work(sum); return sum; }
            }
            """, "program.cs", []);
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(Spin());
        return profile["Work"].OwnMilliseconds / Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }, 0.85, 1.15, output);

    [Fact]
    public void A_caller_of_many_short_calls_is_not_charged_for_their_probes() => Accuracy.Holds(() => CallProfile.OfProgram($$"""
            A.Spin();
            static class A
            {
                static double Work(double n) { {{Chain}} }
                public static double Spin() { double sum = 0; for (int i = 0; i < {{Calls}}; i++) sum = Work(sum); return sum; }
            }
            """, "program.cs", [])["Spin"].OwnShare, 0, 0.1, output);
}
