using Course.Measure;
using Course.Tests.Architecture;

namespace Course.Tests.Measure;

public class PublishedTimeTests
{
    [Fact]
    public void The_articles_times_say_that_they_are_published()
    {
        IReadOnlyList<PublishedTime> times = PublishedTime.Load(Path.Combine(Repository.Root, "data", "published", "blur-times.json"));
        Assert.All(times, time => Assert.EndsWith("(published)", time.Version));
        // The article itself rounds 631 s over 1.8 s to 350.
        Assert.InRange(times[^1].TimesFaster, 345, 355);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"source\": \"x\"}")]
    [InlineData("{\"source\": \"x\", \"times\": []}")]
    [InlineData("{\"source\": \"x\", \"times\": [{\"version\": \"a\"}]}")]
    public void Anything_else_is_refused_by_name(string content)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, content);
            Assert.Contains(file, Assert.Throws<InvalidDataException>(() => PublishedTime.Load(file)).Message);
        }
        finally { File.Delete(file); }
    }
}
