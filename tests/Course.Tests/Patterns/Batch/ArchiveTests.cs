using System.Text;
using Course.Patterns.Batch;

namespace Course.Tests.Patterns.Batch;

public sealed class ArchiveTests
{
    [Theory]
    [InlineData("a,place,2020", 1, 0)]
    [InlineData("a,place", 0, 1)]
    [InlineData("a,b,c,2020", 0, 1)]
    [InlineData(",place,2020", 0, 1)]
    [InlineData("a,place,later", 0, 1)]
    [InlineData("a,place,-5", 0, 1)]
    [InlineData("", 0, 0)]
    public void EveryRowIsReadOrTold(string row, int rows, int problems)
    {
        List<string> told = [];
        Assert.Equal(rows, Read($"{Archive.Header}\n{row}\n", told).Count);
        Assert.Equal(problems, told.Count);
        Assert.All(told, problem => Assert.Contains("line 2", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("place,name\n")]
    public void AnotherFileIsRefused(string text) => Assert.Throws<InvalidDataException>(() => Read(text, []));

    [Fact]
    public void AnyBytesAfterTheHeaderAreRowsOrProblems()
    {
        var random = new Random(5);
        for (int round = 0; round < 200; round++)
        {
            byte[] noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            List<string> told = [];
            Read(Archive.Header + "\n" + Encoding.Latin1.GetString(noise).Replace('\u00ff', ','), told);
        }
    }

    private static List<PictureFacts> Read(string text, List<string> problems)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Archive.Read(path, problems);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
