using System.Diagnostics;

namespace Course.Caches.Streams;

/// <summary>
/// One LRU level with write-back and write-allocate: requests in, requests to the level below out, exactly as in
/// <see cref="DineroHierarchy"/>. Nothing ever comes back up, so a level works through thousands of requests before the next one
/// starts, and its loop holds nothing but its sets.
/// </summary>
internal sealed unsafe class CacheStage<TSets>(TSets sets, MissSplitter? splitter, IRequestSink? below) : ICacheStage
    where TSets : struct, ILruSets
{
    private const int Block = 4096, BlocksBetweenTrials = 64;
    private readonly ulong[] _left = new ulong[Block];
    private readonly RequestPacker _packer = new(2 * Block);
    private double _nearTicks, _allTicks; // Per request, at the last trial.
    private int _blocks;

    public StageCounts Counts => _packer.Counts;

    public (long Lines, long Written) CountHeld() => sets.CountHeld();

    public void Consume(ulong* requests, int count)
    {
        fixed (ulong* left = _left)
        {
            for (; count > 0; requests += Block, count -= Block)
            {
                int some = Math.Min(count, Block);
                Use(requests, left, some);
                splitter?.Split(requests, left, some);
                _packer.Pack(requests, left, some, below);
            }
        }
    }

    // Two loops give the same result. One looks at the newest lines first, which saves work where a pattern repeats and costs
    // mispredictions where none does; so each is timed now and then, and the quicker one taken.
    private void Use(ulong* requests, ulong* left, int count)
    {
        int turn = _blocks++ % BlocksBetweenTrials;
        if (turn > 1)
        {
            if (_nearTicks < _allTicks) UseNearFirst(requests, left, count);
            else UseAll(requests, left, count);
            return;
        }
        long start = Stopwatch.GetTimestamp();
        if (turn == 0) UseNearFirst(requests, left, count);
        else UseAll(requests, left, count);
        double ticks = (double)(Stopwatch.GetTimestamp() - start) / count;
        if (turn == 0) _nearTicks = ticks;
        else _allTicks = ticks;
    }

    private void UseNearFirst(ulong* requests, ulong* left, int count)
    {
        TSets local = sets;
        for (int i = 0; i < count; i++)
        {
            ulong request = requests[i], key = request & ~3ul;
            left[i] = local.TryUseNear(key, request & 1) ? ILruSets.Hit : local.Use(key, request & 1);
        }
    }

    private void UseAll(ulong* requests, ulong* left, int count)
    {
        TSets local = sets;
        for (int i = 0; i < count; i++)
        {
            ulong request = requests[i];
            local.Prefetch(requests[i + IRequestSink.Slack - 1]);
            left[i] = local.Use(request & ~3ul, request & 1);
        }
    }
}
