using Course.Caches;

namespace Course.Tests.Caches;

public sealed class CacheCaseTests
{
    private static readonly CacheCaseSet Set = CacheCaseSet.Load(RepositoryFiles.Find("data/cache-cases"));

    [Fact]
    public void Every_case_matches_the_simulator_that_printed_it_to_the_last_digit()
    {
        var results = Set.Verify().ToList();
        Assert.Equal(Set.Cases.Count, results.Count);
        Assert.True(results.Count >= 21);
        Assert.Empty(results.SelectMany(result => result.Mismatches.Select(mismatch => $"{result.Case.Id} ({result.Case.Source}) {mismatch}")));
    }
}
