using Grading.Batch;

namespace Grading.Tests.Batch;

public class CourseExportTests
{
    [Theory]
    [InlineData("notebooks/exercises/loop-order/Solution.cs", true)]
    [InlineData("notebooks/exercises/loop-order/Solution.md", true)]
    [InlineData("notebooks/exercises/loop-order/Naive.cs", true)]
    [InlineData("notebooks/exercises/loop-order/wrong/x.cs", true)]
    [InlineData("notebooks/exercises/loop-order/Starter.cs", false)]
    [InlineData("notebooks/exercises/loop-order/hints/1.md", false)]
    [InlineData("tests/hostile/fork-bomb.cs", true)]
    [InlineData("lib/Course/bin/Release/net10.0/Course.dll", true)]
    [InlineData("lib/Course/Course.csproj", false)]
    public void Solutions_stay_with_the_instructor(string path, bool isPrivate) => Assert.Equal(isPrivate, CourseExport.IsPrivate(path));

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone() =>
        Assert.Throws<InvalidDataException>(() => CourseExport.ForLearners(Repository.Notebooks, Path.GetTempPath()));
}
