using System.Reflection;
using Checks;
using Judged;

namespace Grading.Judging;

/// <summary>What a call has to return and to leave in its arguments, from the exercise's own plain method, in the judge's process.</summary>
internal sealed record Expectation(object? Result, object?[] Arguments, string[] Names)
{
    public static Expectation Of(Exercise exercise, IReadOnlyList<object?> arguments)
    {
        object?[] copies = Copy(arguments);
        object? result;
        try { result = exercise.Reference.DynamicInvoke(copies); }
        catch (TargetInvocationException failure)
        {
            throw new InvalidOperationException($"The reference of {exercise.Id} failed: {failure.InnerException!.Message}", failure.InnerException);
        }
        if (result is Task task)
        {
            task.GetAwaiter().GetResult();
            result = task.GetType().GetProperty(nameof(Task<int>.Result))?.GetValue(task);
        }
        return new Expectation(result, copies, NamesOf(exercise));
    }

    /// <summary>What the exercise's own method calls its parameters; the starter calls them the same.</summary>
    public static string[] NamesOf(Exercise exercise) => [.. exercise.Reference.Method.GetParameters().Select((parameter, i) => parameter.Name ?? $"argument {i + 1}")];

    /// <summary>A bit for each argument that the call changed: what the method fills.</summary>
    public ulong Outputs(IReadOnlyList<object?> before)
    {
        ulong outputs = 0;
        for (int i = 0; i < Arguments.Length; i++)
            if (Arguments[i] is not Delegate && ValueComparison.First(before[i], Arguments[i], 0) is not null) outputs |= 1ul << i;
        return outputs;
    }

    /// <summary>Copies all the way down; functions are shared.</summary>
    public static object?[] Copy(IReadOnlyList<object?> arguments) => [.. arguments.Select(Copy)];

    private static object? Copy(object? value) => value switch
    {
        CountedGrid grid => new CountedGrid(grid.Width, grid.Height, [.. grid.Pixels!]),
        CountedArray array => new CountedArray([.. array.Elements!]),
        Array array => CopyArray(array),
        _ => value,
    };

    private static Array CopyArray(Array array)
    {
        var copy = (Array)array.Clone();
        if (array is { Rank: 1 } && array.GetType().GetElementType()!.IsArray)
            for (int i = 0; i < copy.Length; i++) copy.SetValue(Copy(array.GetValue(i)), i);
        return copy;
    }

    /// <summary>The first thing that is not as it has to be; null when all is right.</summary>
    /// <param name="returned">A bit for each argument that the reply holds.</param>
    public Difference? FirstDifference(RunReply reply, IReadOnlyList<object?> judgesOwn, double tolerance, ulong returned = ulong.MaxValue)
    {
        if (ValueComparison.First(Result, reply.Result, tolerance) is { } inResult) return inResult with { Place = "the result" + inResult.Place };
        if (reply.Arguments.Length != Arguments.Length) return new Difference("the arguments", Arguments.Length.ToString(), reply.Arguments.Length.ToString());
        for (int i = 0; i < Arguments.Length; i++)
        {
            if (Arguments[i] is Delegate || (returned >> i & 1) == 0) continue;
            // What the child only asked about lies with the judge, changed by the child's writes.
            object? actual = Arguments[i] is CountedGrid or CountedArray && reply.Arguments[i] is null ? judgesOwn[i] : reply.Arguments[i];
            if (ValueComparison.First(Arguments[i], actual, tolerance) is { } inArgument)
                return inArgument with { Place = Names[i] + inArgument.Place, Argument = i };
        }
        return null;
    }
}
