using System.Numerics;
using Course.Measure;

namespace Course.Tests.Measure;

public class MachineCodeTests
{
    public static int SumOneByOne(int[] numbers)
    {
        int sum = 0;
        foreach (int number in numbers) sum += number;
        return sum;
    }

    public static int SumByVectors(int[] numbers)
    {
        var sum = Vector<int>.Zero;
        for (int i = 0; i <= numbers.Length - Vector<int>.Count; i += Vector<int>.Count) sum += new Vector<int>(numbers, i);
        return Vector.Sum(sum);
    }

    [SkippableFact]
    public void Shows_a_loop_with_its_jump_back_and_its_return()
    {
        Skip.If(MachineCode.Missing is not null, MachineCode.Missing);
        MachineCode code = MachineCode.Of(SumOneByOne);
        Assert.Contains(code.Instructions, line => line.StartsWith("    add ", StringComparison.Ordinal));
        Assert.Contains(code.Instructions, line => line.StartsWith("    j", StringComparison.Ordinal) && line.Contains(" L", StringComparison.Ordinal) | line.Contains("short L", StringComparison.Ordinal));
        Assert.Contains(code.Instructions, line => line == "    ret");
        Assert.DoesNotContain(code.Instructions, line => line.Contains("vpaddd", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Sets_two_listings_side_by_side_without_losing_a_line()
    {
        Skip.If(MachineCode.Missing is not null, MachineCode.Missing);
        string[] both = MachineCode.SideBySide(SumOneByOne, SumByVectors, "").Split('\n');
        string[] left = MachineCode.Of(SumOneByOne).ToString().Split('\n'), right = MachineCode.Of(SumByVectors).ToString().Split('\n');
        Assert.Equal(Math.Max(left.Length, right.Length), both.Length);
        Assert.All(left.Index(), line => Assert.StartsWith(line.Item, both[line.Index], StringComparison.Ordinal));
        int column = left.Max(line => line.Length) + 2;
        Assert.Equal(right, both.Take(right.Length).Select(line => line[column..]));
    }

    [Fact]
    public void Without_a_listing_of_its_own_says_whose_it_shows()
    {
        string folder = Path.Combine(Architecture.Repository.Root, "data", "results");
        foreach (string file in Directory.EnumerateFiles(folder, "*.asm", SearchOption.AllDirectories))
            Assert.StartsWith("; recorded on ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Shows_the_vector_instruction_where_there_is_one()
    {
        Skip.If(MachineCode.Missing is not null, MachineCode.Missing);
        Skip.IfNot(Vector.IsHardwareAccelerated, "This process runs without vector instructions.");
        Assert.Contains(MachineCode.Of(SumByVectors).Instructions, line => line.Contains("paddd", StringComparison.Ordinal));
    }
}
