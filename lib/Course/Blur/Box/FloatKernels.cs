using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>The kernels that take floats only, best first.</summary>
internal static class FloatKernels
{
    public static readonly BoxKernel<float>[] BestFirst =
    [
        new BandSweep<float, SweptFloats<IChannelCount.One>, Vector512<float>, Vector512<float>>(),
        new BandSweep<float, SweptFloats<IChannelCount.Two>, Vector512<float>, Vector512<float>>(),
        new BandSweep<float, SweptFloats<IChannelCount.Three>, Vector512<float>, Vector512<float>>(),
        new BandSweep<float, SweptFloats<IChannelCount.Four>, Vector512<float>, Vector512<float>>(),
        .. SlidingKernels<float>.Of512,
        new ThreeByThree<float, ThreeFloats256, Vector256<float>, Vector256<float>>(),
        .. SlidingKernels<float>.Of256,
        new ThreeByThree<float, ThreeFloats128, Vector128<float>, Vector128<float>>(),
        .. SlidingKernels<float>.Of128,
    ];
}
