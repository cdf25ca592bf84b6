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
    public void Shows_the_vector_instruction_where_there_is_one()
    {
        Skip.If(MachineCode.Missing is not null, MachineCode.Missing);
        Skip.IfNot(Vector.IsHardwareAccelerated, "This process runs without vector instructions.");
        Assert.Contains(MachineCode.Of(SumByVectors).Instructions, line => line.Contains("paddd", StringComparison.Ordinal));
    }
}
