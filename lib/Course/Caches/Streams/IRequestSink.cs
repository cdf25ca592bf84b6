namespace Course.Caches.Streams;

/// <summary>
/// Takes requests for lines, in order: <c>line number &lt;&lt; 2 | covers &lt;&lt; 1 | writes</c>, where covers says that a write
/// replaces the whole line, so that a miss need not fetch it.
/// </summary>
internal interface IRequestSink
{
    /// <summary>Requests worth handing over at once: fewer cost more each, more leave the host's first cache.</summary>
    const int Block = 1024;

    unsafe void Consume(uint* requests, int count);
}
