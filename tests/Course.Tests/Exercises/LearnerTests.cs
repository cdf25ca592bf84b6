using Course.Exercises.Desk;

namespace Course.Tests.Exercises;

public class LearnerTests
{
    [Fact]
    public void A_mistyped_id_is_answered_with_the_ids_there_are()
    {
        Func<string, object>[] said = [Learner.Check, Learner.Hint, id => Learner.Solution(id), Learner.Reset];
        Assert.All(said, each => Assert.Contains("There is no exercise `set-lokup`. The exercises are: first-blur, ", each("set-lokup").ToString()));
    }
}
