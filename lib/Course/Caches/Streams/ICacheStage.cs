namespace Course.Caches.Streams;

/// <summary>A level at work on a stream.</summary>
internal interface ICacheStage : IRequestSink, IDisposable
{
    StageCounts Counts { get; }

    /// <summary>Hands over what waits for the level below.</summary>
    void Flush();

    /// <summary>Lines held now.</summary>
    long CountLines();
}
