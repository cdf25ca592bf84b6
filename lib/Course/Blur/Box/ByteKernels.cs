using System.Runtime.Intrinsics;

namespace Course.Blur.Box;

/// <summary>The kernels that take bytes only, best first.</summary>
internal static class ByteKernels
{
    public static readonly BoxKernel<byte>[] BestFirst =
    [
        new BandSweep<byte, SweptBytes<IChannelCount.One>, Vector512<byte>, EvenOdd<Vector512<short>>>(),
        new BandSweep<byte, SweptBytes<IChannelCount.Two>, Vector512<byte>, EvenOdd<Vector512<short>>>(),
        new BandSweep<byte, SweptBytes<IChannelCount.Three>, Vector512<byte>, EvenOdd<Vector512<short>>>(),
        new BandSweep<byte, SweptBytes<IChannelCount.Four>, Vector512<byte>, EvenOdd<Vector512<short>>>(),
        new SlidingBytes<ByteLanes512, Vector512<byte>, Vector512<short>, Vector512<int>>(),
        .. SlidingKernels<byte>.Of512,
        .. OfWidth<ByteLanes256, Vector256<byte>, Vector256<short>, Vector256<int>>(),
        .. SlidingKernels<byte>.Of256,
        .. OfWidth<ByteLanes128, Vector128<byte>, Vector128<short>, Vector128<int>>(),
        .. SlidingKernels<byte>.Of128,
    ];

    private static BoxKernel<byte>[] OfWidth<TLanes, TBytes, TShorts, TInts>()
        where TLanes : struct, IByteLanes<TBytes, TShorts, TInts> where TBytes : unmanaged where TShorts : unmanaged where TInts : unmanaged =>
    [
        new ThreeByThree<byte, ThreeBytes<TLanes, TBytes, TShorts, TInts>, TBytes, EvenOdd<TShorts>>(),
        new SlidingBytes<TLanes, TBytes, TShorts, TInts>(),
    ];
}
