using Course.Exercises.Files;
using Grading.Judging;

namespace Grading.Tests.Judging;

public class AllocationJudgeTests
{
    [Theory]
    [InlineData(303_632, 303_240, false)]
    [InlineData(120_000, 90_000, true)]
    [InlineData(100_001, 100_000, true)]
    [InlineData(40_000, 10, true)]
    [InlineData(0, 0, false)]
    public void Two_children_may_differ_as_their_inputs_do(long first, long second, bool areApart) =>
        Assert.Equal(areApart, AllocationJudge.AreApart(first, second, [new Band { AtMost = 100_000 }, new Band { AtMost = 500_000, Share = 0.5 }]));

    [Fact]
    public void Where_nothing_may_be_allocated_every_byte_is_one_too_many() => Assert.True(AllocationJudge.AreApart(0, 24, [new Band { AtMost = 0 }]));
}
