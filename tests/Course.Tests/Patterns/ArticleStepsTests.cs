using Course.Images;
using Course.Measure;
using Course.Patterns;
using Python;

namespace Course.Tests.Patterns;

public sealed class ArticleStepsTests
{
    [SkippableFact]
    public void EveryVersionBlursAndIsTimed()
    {
        if (ArticleSteps.Missing is { } missing && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail(missing);
        Skip.If(ArticleSteps.Missing is not null, ArticleSteps.Missing);
        var image = new Plane<byte>(37, 11, stride: 41);
        new Random(3).NextBytes(image.Span);

        Measurements times = ArticleSteps.Measure(image);

        Assert.Equal(5, times.Count);
        Assert.Equal(PythonBlur.Label, times[0].Label);
        Assert.All(times, one => Assert.True(one.Milliseconds > 0 && one.Samples().Count == 3));
        PythonProcess.Shared.Run("course_results = [np.asarray(step(), float).tolist() for _, step in course_steps]");
        double[][][] results = PythonProcess.Shared.Get<double[][][]>("course_results")!;
        for (int y = 1; y < image.Height - 1; y++)
        {
            for (int x = 1; x < image.Width - 1; x++)
            {
                int sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++) sum += image[y + dy, x + dx];
                Assert.All(results[..4], result => Assert.Equal(sum / 9.0, result[y][x], 1e-9));
                Assert.Equal((sum + 4) / 9, results[4][y][x]);
            }
        }
    }
}
