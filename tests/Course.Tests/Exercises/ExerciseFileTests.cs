using Course.Exercises.Files;

namespace Course.Tests.Exercises;

public sealed class ExerciseFileTests : IDisposable
{
    private const string Correct = """{ "name": "correct", "points": 6 }""", Speed = """{ "name": "speed", "points": 4, "bands": [{ "atLeast": 0.5 }] }""";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_sound_file_is_read()
    {
        ExerciseFile read = Read($"{Correct}, {Speed}");
        Assert.Equal(("A", 6.0, 0.5), (read.Title, read.Criteria[0].Points, read.Criteria[1].Bands[0].AtLeast));
    }

    [Theory]
    [InlineData(Speed, "the first criterion is \"correct\"")]
    [InlineData(Correct + ", " + Correct, "two criteria have one name")]
    [InlineData("""{ "name": "correct", "points": 0 }""", "points are more than 0")]
    [InlineData(Correct + """, { "name": "misses", "points": 4 }""", "has bands")]
    [InlineData(Correct + """, { "name": "speed", "points": 4, "bands": [{ "atLeast": 0.7 }] }""", "at most 0.6")]
    [InlineData(Correct + """, { "name": "speed", "points": 6, "bands": [{ "atLeast": 0.5 }] }""", "less than half of the points")]
    [InlineData("""{ "name": "correct", "points": 6, "colour": "red" }""", "colour")]
    public void A_file_that_breaks_a_rule_is_refused_with_the_rule(string criteria, string words) =>
        Assert.Contains(words, Assert.Throws<InvalidDataException>(() => Read(criteria)).Message);

    private ExerciseFile Read(string criteria)
    {
        File.WriteAllText(_file, $$"""{ "title": "A", "notebook": "01", "goal": "B", "criteria": [{{criteria}}] }""");
        return ExerciseFile.Read(_file);
    }
}
