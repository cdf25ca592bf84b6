using System.Buffers;
using System.Collections.Frozen;
using Course.Patterns;

namespace Course.Tests.Patterns;

/// <summary>The slow and the fast form of a pattern give the same result, on empty and odd sizes too.</summary>
public sealed class EqualityTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 3, 7, 8, 9, 31, 64, 65, 1000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SquaresAgree(int n)
    {
        long[] values = Squares.Input(n), expected = [.. values.Select(value => value * value)], given = new long[n];
        Assert.Equal(expected, Squares.Appended(values));
        Assert.Equal(expected, Squares.Linq(values));
        Assert.Equal(expected, Squares.Loop(values));
        Assert.Equal(expected, Squares.Vectors(values));
        Squares.VectorsInto(values, given);
        Assert.Equal(expected, given);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void LookupsAgree(int n)
    {
        List<int> all = Lookup.Haystack(n);
        foreach (int needle in new[] { -1, 0, n / 2, n - 1, n })
        {
            bool expected = needle >= 0 && needle < n;
            Assert.Equal(expected, Lookup.InLoop(all, needle));
            Assert.Equal(expected, Lookup.InList(all, needle));
            Assert.Equal(expected, Lookup.InSorted(all, needle));
            Assert.Equal(expected, Lookup.InHashSet([.. all], needle));
            Assert.Equal(expected, Lookup.InFrozenSet(all.ToFrozenSet(), needle));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xxxx;xx!x")]
    [InlineData("ends with one of them?")]
    [InlineData("none")]
    public void SearchesInTextAgree(string text)
    {
        char[] wanted = [';', '!', '?'];
        int expected = text.IndexOfAny(wanted);
        Assert.Equal(expected, Lookup.AnyByLoop(text, wanted));
        Assert.Equal(expected, Lookup.AnyBySet(text, [.. wanted]));
        Assert.Equal(expected, Lookup.AnyBySearchValues(text, SearchValues.Create(wanted)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TextsAgree(int n)
    {
        string[] parts = JoinedText.Input(n);
        string expected = string.Concat(parts.Select(part => part + ","));
        Assert.Equal(expected, JoinedText.Plus(parts));
        Assert.Equal(expected, JoinedText.Builder(parts));
        Assert.Equal(expected, n == 0 ? "" : JoinedText.Join(parts));
        Assert.Equal(expected, JoinedText.Create(parts));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SumsAgree(int n)
    {
        int[] values = Hoisted.Input(n);
        long expected = values.Sum(value => 3L * value);
        Hoisted one = new(3), two = new HoistedTwice(3);
        Assert.All([Hoisted.StaticField(values), one.Property(values), one.Virtual(values), two.Virtual(values),
            Hoisted.Captured(values), Hoisted.Local(values), Hoisted.TotalInField(values)], sum => Assert.Equal(expected, sum));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ColumnsAgree(int n)
    {
        int[] a = Rows.ColumnA(n), b = Rows.ColumnB(n), expected = [.. a.Zip(b, (x, y) => 2 * x + y)];
        List<Row> rows = Rows.Objects(n);
        foreach (Action<int[]> fill in new Action<int[]>[]
        {
            result => Rows.Apply(rows, row => 2 * row.A + row.B, result), result => Rows.Loop(rows, result),
            result => Rows.Columns(a, b, result), result => Rows.VectorColumns(a, b, result),
        })
        {
            int[] result = new int[n];
            fill(result);
            Assert.Equal(expected, result);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void DistancesAgreeToTheBit(int n)
    {
        double[] x = Distances.Coordinates(n, 1), y = Distances.Coordinates(n, 2), scratch = new double[n + 3];
        double[] expected = [.. x.Zip(y, (a, b) => Math.Sqrt(a * a + b * b))];
        foreach (Action<double[]> form in new Action<double[]>[]
        {
            result => Distances.Loop(x, y, result), result => Distances.Linq(x, y, result),
            result => Distances.Vectors(x, y, result), result => Distances.Tensors(x, y, scratch, result),
        })
        {
            double[] result = new double[n];
            form(result);
            Assert.Equal(expected, result);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void BranchesAgreeToTheBit(int n)
    {
        double[] x = [.. Distances.Coordinates(n, 1).Concat([0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon])];
        double[] one = new double[x.Length], two = new double[x.Length];
        Branches.Loop(x, one);
        Branches.MaskedVectors(x, two);
        Assert.Equal(one.Select(BitConverter.DoubleToInt64Bits), two.Select(BitConverter.DoubleToInt64Bits));
    }
}
