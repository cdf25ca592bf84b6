namespace Course.Exercises.Desk;

/// <summary>What the learner has reached in one exercise.</summary>
/// <param name="Best">The most points of any check, with what they were out of.</param>
/// <param name="Hints">How many were asked for.</param>
/// <param name="Open">Everything that could be judged on this machine was earned; something, as a rule the speed, could not be judged.</param>
/// <param name="Revealed">The solution was read before the exercise passed.</param>
public sealed record ExerciseProgress(double Best = 0, double OutOf = 0, bool Passed = false, bool Open = false, int Checks = 0, int Hints = 0, bool Revealed = false);
