using Course.Measure;

namespace Course.Tests.Measure;

public class CellCompilationTests
{
    [Fact]
    public void Optimised_code_is_called_so() =>
        Assert.Contains("cells are optimised", CellCompilation.Describe(typeof(JitSettings).Assembly));

    [Fact]
    public void Code_built_for_debugging_gets_the_remedy() =>
        Assert.Contains("NOT optimised: no timing of code in a cell counts. Choose the course's own kernel", CellCompilation.Describe(DebugCode.Assembly));
}
