namespace Course.Measure;

/// <summary>Puts new results beside what this session knows already: the runs before, and the learner's guesses.</summary>
internal static class SessionMemory
{
    /// <summary>The results with notes; what a learner should see at once is also written to the output, above the table or chart.</summary>
    /// <param name="kept">Behind the label, where two ways of measuring must not be mixed up.</param>
    public static Measurement[] Recall(IReadOnlyList<(string Label, Action Work)> forms, IEnumerable<Measurement> results, string kept = "")
    {
        var seen = new List<Measurement>();
        foreach ((Measurement one, Action work) in results.Zip(forms.Select(form => form.Work)))
        {
            string[] notes = [one.Note, TimingHistory.Add(one.Label + kept, one.Milliseconds, work.Method), Prediction.Beside(one.Label, one.Milliseconds)];
            seen.Add(one with { Note = string.Join("; ", notes.Where(note => note.Length > 0)) });
        }
        OptimizationWarning.Show(forms);
        foreach (Measurement one in seen)
            if (Prediction.Answer(one.Label, one.Milliseconds) is { } answer) Console.WriteLine(answer);
        if (TimingHistory.RunAgain(seen.Select(one => one.Label + kept)) is { Length: > 0 } runs) Console.WriteLine(runs);
        return [.. seen];
    }
}
