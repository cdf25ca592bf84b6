using Course.Patterns;

namespace Course.Tests.Patterns;

/// <summary>How often the forms call what notebook 16 says they call.</summary>
public sealed class OperationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void RowsWithADelegateCallItOnceForEachRow(int n)
    {
        int calls = 0;
        Rows.Apply(Rows.Objects(n), row => { calls++; return row.A; }, new int[n]);
        Assert.Equal(n, calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void AVirtualFactorIsAskedForEachNumberAndTheOthersNever(int n)
    {
        var asked = new CountedFactor();
        int[] values = Hoisted.Input(n);
        asked.Property(values);
        Assert.Equal(0, asked.Calls);
        asked.Virtual(values);
        Assert.Equal(n, asked.Calls);
    }

    [Fact]
    public void ASearchBySetHashesEveryLetterOnce()
    {
        var letters = new CountedLetters();
        Assert.Equal(-1, Lookup.AnyBySet(new string('a', 50), new HashSet<char>(['b', 'c'], letters)));
        Assert.Equal(2 + 50, letters.Calls);
    }

    private sealed class CountedFactor() : Hoisted(3)
    {
        public int Calls { get; private set; }

        public override int VirtualFactor()
        {
            Calls++;
            return base.VirtualFactor();
        }
    }

    private sealed class CountedLetters : IEqualityComparer<char>
    {
        public int Calls { get; private set; }

        public bool Equals(char x, char y) => x == y;

        public int GetHashCode(char letter)
        {
            Calls++;
            return letter;
        }
    }
}
