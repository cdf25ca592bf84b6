using System.Numerics;
using System.Runtime.Intrinsics;

namespace Grading.Judging;

/// <summary>What exercise.json may ask of the machine.</summary>
internal static class MachineNeeds
{
    /// <summary>What is missing here, as a sentence; empty when nothing is.</summary>
    public static string Missing(IEnumerable<string> needs) => string.Join(" ", needs.Select(Lack).Where(lack => lack.Length > 0));

    private static string Lack(string need) => need switch
    {
        "vectors" => Vector.IsHardwareAccelerated ? "" : "this processor has no vector unit.",
        "vectors256" => Vector256.IsHardwareAccelerated ? "" : "this processor has no 256-bit vectors.",
        "vectors512" => Vector512.IsHardwareAccelerated ? "" : "this processor has no 512-bit vectors.",
        "cores2" => Environment.ProcessorCount >= 2 ? "" : "this machine has one core.",
        "cores4" => Environment.ProcessorCount >= 4 ? "" : "this machine has fewer than four cores.",
        _ => throw new InvalidDataException($"'{need}' is not a need that exercise.json can state."),
    };
}
