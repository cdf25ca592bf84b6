namespace Checks;

/// <summary>
/// What an exercise asks and how its answer is checked, one class per exercise. The texts, points and limits stand in
/// <c>notebooks/exercises/&lt;id&gt;/exercise.json</c>. Nothing here runs in the process of the judged.
/// </summary>
public abstract class Exercise
{
    /// <summary>Small letters, digits and hyphens; also the name of the folder.</summary>
    public abstract string Id { get; }

    /// <summary>The static method that is judged, as <c>Type.Method</c>. It may return a task.</summary>
    public abstract string Entry { get; }

    /// <summary>
    /// A plain, obviously right method with the same parameters. Its result, and what it leaves in its arguments, is what a right
    /// answer returns and leaves: an input that the answer changes is a wrong answer.
    /// </summary>
    public abstract Delegate Reference { get; }

    /// <summary>Calls that a right answer gets right: every edge first, then random ones. Random numbers come from <paramref name="random"/> alone.</summary>
    public abstract IEnumerable<Call> Cases(Random random);

    /// <summary>What counts beside being right, in the order of exercise.json.</summary>
    public virtual IReadOnlyList<Criterion> Criteria => [];

    /// <summary>How far a floating-point result may be off, relative to the larger of 1 and the expected value.</summary>
    public virtual double Tolerance => 0;
}
