using Checks;
using Course.Exercises.Files;
using Grading.Children;
using Judged;

namespace Grading.Judging;

/// <summary>One answer to be judged: the exercise, its files, the compiled answer, the launcher and the private seed.</summary>
internal sealed record Assignment(Exercise Exercise, ExerciseFile File, Form Answer, ILauncher Launcher, long Seed)
{
    public TimeSpan? Limit { get; init; }

    /// <summary>Compiles the answer once more, slower, with exceptions that name their lines.</summary>
    public Func<Form>? WithLines { private get; init; }

    public ChildLimits Limits => Limit is { } shorter ? ChildLimits.Of(File.Limits) with { Time = shorter } : ChildLimits.Of(File.Limits);

    /// <exception cref="JudgedThrewException">The method that the exercise asks for is not there, or has other types.</exception>
    /// <exception cref="ChildEndedException">The child did not get that far.</exception>
    public JudgedChild Start(Form form)
    {
        string types = JudgedMethod.TypesOf(Exercise.Reference.Method.ToString()!);
        JudgedChild child = JudgedChild.Start(Launcher, form.Image, Exercise.Entry, Limits, types);
        if (JudgedMethod.TypesOf(child.Signature) == types) return child;
        child.Dispose();
        throw new JudgedThrewException($"{Exercise.Entry} takes or returns other types than in the starter.");
    }

    /// <summary>What the call throws in code that is not optimised, which knows the line; the first message where it does not throw there.</summary>
    public string WithLine(Call call, string message)
    {
        if (WithLines is null) return message;
        try
        {
            using JudgedChild child = Start(WithLines());
            child.CallOnce(call);
            return message;
        }
        catch (JudgedThrewException again) { return again.Message; }
        catch (ChildEndedException) { return message; }
    }

    /// <summary>Random numbers that depend on the seed and on what they are for.</summary>
    public Random RandomFor(string purpose) => new PrivateRandom(Seed, purpose);
}
