using Course.Caches.Cases;
using Course.Tests.Architecture;

namespace Course.Tests.Caches;

public sealed class CacheCaseTests
{
    private static readonly CacheCaseSet Set = CacheCaseSet.Load(Path.Combine(Repository.Root, "data", "cache-cases"));

    [Fact]
    public void Every_case_matches_the_simulator_that_printed_it_to_the_last_digit()
    {
        var results = Set.Verify().ToList();
        Assert.Equal(Set.Cases.Count, results.Count);
        Assert.Empty(results.SelectMany(result => result.Mismatches.Select(mismatch => $"{result.Case.Id} ({result.Case.Source}) {mismatch}")));
    }
}
