using System.Numerics;
using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>The kernels that take any radius of any element type, for each number of channels.</summary>
internal static class SlidingKernels<T> where T : unmanaged, INumber<T>
{
    public static readonly BoxKernel<T>[] Of512 = OfWidth<DoubleLanes512, Vector512<double>>();

    public static readonly BoxKernel<T>[] Of256 = OfWidth<DoubleLanes256, Vector256<double>>();

    public static readonly BoxKernel<T>[] Of128 = OfWidth<DoubleLanes128, LowHigh>();

    private static BoxKernel<T>[] OfWidth<TLanes, TVector>() where TLanes : struct, IDoubleLanes<TVector> where TVector : unmanaged =>
    [
        new SlidingColumns<T, TLanes, TVector, IChannelCount.One>(),
        new SlidingColumns<T, TLanes, TVector, IChannelCount.Two>(),
        new SlidingColumns<T, TLanes, TVector, IChannelCount.Three>(),
        new SlidingColumns<T, TLanes, TVector, IChannelCount.Four>(),
    ];
}
