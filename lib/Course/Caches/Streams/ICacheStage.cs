namespace Course.Caches.Streams;

/// <summary>A level at work on a stream.</summary>
internal interface ICacheStage : IRequestSink
{
    StageCounts Counts { get; }

    /// <summary>Lines held now, and those of them that are written.</summary>
    (long Lines, long Written) CountHeld();
}
