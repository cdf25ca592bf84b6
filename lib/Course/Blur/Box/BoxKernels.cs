using System.Numerics;

namespace Course.Blur.Box;

/// <summary>Every kernel of an element type, best first. The first that fits the task and the CPU blurs.</summary>
internal static class BoxKernels<T> where T : unmanaged, INumber<T>
{
    private static readonly BoxKernel<T>[] s_bestFirst = BestFirst();

    public static BoxKernel<T> For(in BlurTask<T> task, BoxInstructions widest)
    {
        foreach (BoxKernel<T> kernel in s_bestFirst)
            if ((widest == BoxInstructions.Best || kernel.Instructions <= widest) && kernel.Fits(task)) return kernel;
        throw new InvalidOperationException("The scalar kernel takes every task, so this line is never reached.");
    }

    private static BoxKernel<T>[] BestFirst()
    {
        BoxKernel<T> scalar = new ScalarBox<T>();
        if (typeof(T) == typeof(byte)) return [.. ByteKernels.BestFirst.Cast<BoxKernel<T>>(), scalar];
        if (typeof(T) == typeof(float)) return [.. FloatKernels.BestFirst.Cast<BoxKernel<T>>(), scalar];
        return [.. UShortKernels.BestFirst.Cast<BoxKernel<T>>(), scalar];
    }
}
