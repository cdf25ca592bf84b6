using System.Numerics;

namespace Course.Blur.Box;

/// <summary>Every kernel of an element type, best first. The first that fits the task and the CPU blurs.</summary>
internal static class BoxKernels<T> where T : unmanaged, INumber<T>
{
    private static readonly BoxKernel<T>[] s_bestFirst = [new ScalarBox<T>()];

    public static BoxKernel<T> For(in BlurTask<T> task, BoxInstructions widest)
    {
        foreach (BoxKernel<T> kernel in s_bestFirst)
            if ((widest == BoxInstructions.Best || kernel.Instructions <= widest) && kernel.Fits(task)) return kernel;
        throw new InvalidOperationException("The scalar kernel takes every task, so this line is never reached.");
    }
}
