using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Blur.Box;

namespace Course.Tests.Blur.Box;

/// <summary>The same cases again on machines that have less: one process for each instruction set that is switched off.</summary>
public class InstructionSetTests
{
    public static TheoryData<string> InstructionSets => ChildProcess.InstructionSets;

    [Theory]
    [MemberData(nameof(InstructionSets))]
    public void EveryKernelIsExact(string switchedOff) => ChildProcess.Run(
        switchedOff switch
        {
            "EnableAVX512" => WithoutAvx512,
            "EnableAVX2" => WithoutAvx2,
            "EnableHWIntrinsic" => WithoutIntrinsics,
            _ => SomeOfEverything,
        },
        switchedOff);

    private static void WithoutAvx512()
    {
        Assert.False(Vector512.IsHardwareAccelerated);
        SomeOfEverything();
    }

    private static void WithoutAvx2()
    {
        Assert.False(Avx2.IsSupported);
        SomeOfEverything();
    }

    private static void WithoutIntrinsics()
    {
        Assert.False(Vector128.IsHardwareAccelerated);
        SomeOfEverything();
    }

    private static void SomeOfEverything()
    {
        foreach (int width in (int[])[1, 15, 17, 33, 34, 65, 66, 130])
            foreach (int radius in (int[])[1, 2, 15, 63, 64])
            {
                var trial = new BoxCase(width, 21, radius) { Border = (BoxBorder)((width + radius) % 6), Outside = 3, DestinationGap = 1 };
                BoxTrial.Check<byte>(trial, BoxTrial.AllInstructions, width);
                BoxTrial.Check<byte>(trial with { InPlace = true }, [BoxInstructions.Best], width);
                BoxTrial.Check<float>(trial, BoxTrial.AllInstructions, width);
                BoxTrial.Check<ushort>(trial, BoxTrial.AllInstructions, width);
            }
    }
}
