using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>The kernels that take ushorts only, best first.</summary>
internal static class UShortKernels
{
    public static readonly BoxKernel<ushort>[] BestFirst =
    [
        new BandSweep<ushort, SweptUShorts<IChannelCount.One>, Vector512<ushort>, EvenOdd<Vector512<int>>>(),
        new BandSweep<ushort, SweptUShorts<IChannelCount.Two>, Vector512<ushort>, EvenOdd<Vector512<int>>>(),
        new BandSweep<ushort, SweptUShorts<IChannelCount.Three>, Vector512<ushort>, EvenOdd<Vector512<int>>>(),
        new BandSweep<ushort, SweptUShorts<IChannelCount.Four>, Vector512<ushort>, EvenOdd<Vector512<int>>>(),
        .. SlidingKernels<ushort>.Of512,
        .. SlidingKernels<ushort>.Of256,
        .. SlidingKernels<ushort>.Of128,
    ];
}
