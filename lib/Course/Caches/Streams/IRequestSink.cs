namespace Course.Caches.Streams;

/// <summary>
/// Takes requests for lines, in order: <c>line number &lt;&lt; 2 | covers &lt;&lt; 1 | writes</c>, where covers says that a write
/// replaces the whole line, so that a miss need not fetch it.
/// </summary>
internal interface IRequestSink
{
    /// <summary>Requests that are handed over at once, at most twice as many when a level hands over what left it too.</summary>
    const int Block = 1024;

    /// <summary>Words that must be readable behind the last request, whatever they hold: a sink looks ahead.</summary>
    const int Slack = 16;

    unsafe void Consume(uint* requests, int count);
}
