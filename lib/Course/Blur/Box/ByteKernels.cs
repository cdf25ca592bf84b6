using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>The kernels that take bytes only, best first.</summary>
internal static class ByteKernels
{
    public static readonly BoxKernel<byte>[] BestFirst =
    [
        new ThreeByThreeBytes<ByteLanes512, Vector512<byte>, Vector512<short>, Vector512<int>>(),
        new SlidingBytes<ByteLanes512, Vector512<byte>, Vector512<short>, Vector512<int>>(),
        new ThreeByThreeBytes<ByteLanes256, Vector256<byte>, Vector256<short>, Vector256<int>>(),
        new SlidingBytes<ByteLanes256, Vector256<byte>, Vector256<short>, Vector256<int>>(),
        new ThreeByThreeBytes<ByteLanes128, Vector128<byte>, Vector128<short>, Vector128<int>>(),
        new SlidingBytes<ByteLanes128, Vector128<byte>, Vector128<short>, Vector128<int>>(),
    ];
}
