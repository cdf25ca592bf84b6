namespace Course.Caches.Streams;

/// <summary>
/// Takes requests for lines, in order: <c>line number &lt;&lt; 2 | covers &lt;&lt; 1 | writes</c>, where covers says that a write
/// replaces the whole line, so that a miss need not fetch it.
/// </summary>
internal interface IRequestSink
{
    /// <summary>Words that must be readable behind the last request, whatever they hold: a sink looks ahead.</summary>
    const int Slack = 16;

    unsafe void Consume(ulong* requests, int count);
}
