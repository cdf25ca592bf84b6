using Course.Profile.Events;

namespace Course.Tests.Profile.Events;

public class FrameNameTests
{
    [Theory]
    [InlineData("Shop.Orders.Load(int32,class System.String)", "Orders.Load")]
    [InlineData("Shop.Orders+<LoadAsync>d__4.MoveNext()", "Orders.LoadAsync")]
    [InlineData("Shop.Orders+<>c.<Sum>b__0_1(int32)", "Orders.Sum lambda")]
    [InlineData("Shop.Orders+<>c__DisplayClass3_0.<Sum>b__0()", "Orders.Sum lambda")]
    [InlineData("Shop.Orders+<>c__DisplayClass3_0+<<Sum>b__0>d.MoveNext()", "Orders.Sum lambda")]
    [InlineData("Shop.Orders.<Sum>g__Add|0_1(int32)", "Orders.Sum Add")]
    [InlineData("Program.<Main>$(class System.String[])", "Program.Main")]
    [InlineData("Program.<<Main>$>g__Burn|0_0(int32)", "Program.Main Burn")]
    [InlineData("Shop.Orders..ctor()", "Orders.new")]
    [InlineData("Shop.Orders..cctor()", "Orders.static fields")]
    [InlineData("System.Collections.Generic.List`1[System.__Canon].Add(!0)", "List.Add")]
    [InlineData("System.Linq.Enumerable+<Range>d__1`1[int32].MoveNext()", "Enumerable.Range")]
    [InlineData("Submission#3.Slow(int32)", "Slow")]
    [InlineData("Submission#3+<<Initialize>>d__0.MoveNext()", "cell")]
    [InlineData("Submission#3+Parser.Read()", "Parser.Read")]
    [InlineData("<RegexGenerator_g>F5DCA92F0E0158F6F3E53398A2256A74C798E2120BA3EDD068A5F3D4D4BEC5E76__Line_0+RunnerFactory+Runner.Scan()", "Line.RunnerFactory.Runner.Scan")]
    [InlineData("System.Text.RegularExpressions.Generated.<RegexGenerator_g>F5DCA92F0E0158F6F3E53398A2256A74C798E2120BA3EDD068A5F3D4D4BEC5E76__Line_0+RunnerFactory+Runner.Scan()", "Line.RunnerFactory.Runner.Scan")]
    [InlineData("", "")]
    public void Names_read_as_in_the_source(string runtime, string readable) => Assert.Equal(readable, FrameName.Readable(runtime));

    [Fact]
    public void Any_text_gives_some_name()
    {
        var random = new Random(4);
        const string letters = "<>|_`[]().+$gbd12 cMain";
        for (int i = 0; i < 20_000; i++)
            Assert.NotNull(FrameName.Readable(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => letters[random.Next(letters.Length)]))));
    }
}
