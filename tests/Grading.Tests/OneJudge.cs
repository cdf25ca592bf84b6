using Grading.Children;
using Grading.Judging;

namespace Grading.Tests;

/// <summary>A judge without a sandbox, as a learner has it, shared by the tests that judge one after the other.</summary>
public sealed class OneJudge : IDisposable
{
    public const string Collection = "judging";

    public Judge Judge { get; } = new(Repository.Notebooks, new PlainLauncher());

    public void Dispose() => Judge.Dispose();
}

/// <summary>Judging times things, so these tests run one after the other.</summary>
[CollectionDefinition(OneJudge.Collection, DisableParallelization = true)]
public sealed class OneJudgeCollection : ICollectionFixture<OneJudge>;
