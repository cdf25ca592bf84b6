using Course.Profile.Lines;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Lines;

[Collection("Timing")]
public class LineAccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public void Shares_of_lines_are_right_within_5_points() => Accuracy.Holds(() => LineProfile.OfProgram("""
        A.Work();
        static class A
        {
            static double Chain(double x, int n) { for (int i = 0; i < n; i++) x = x * 0.999 + 1; return x; }
            public static double Work()
            {
                double sum = 0;
                for (int i = 0; i < 30_000; i++)
                {
                    sum += Chain(i, 150);
                    sum += Chain(i, 50);
                }
                return sum;
            }
        }
        """, "program.cs", "A.Work", [])["150"].Share, 0.70, 0.80, output);
}
