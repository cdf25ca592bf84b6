using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>
/// One LRU level with write-back and write-allocate: requests in, requests to the level below out, exactly as in
/// <see cref="DineroHierarchy"/>. Nothing ever comes back up, so a level works through a block of requests before the next one
/// starts, and its loop holds nothing but its sets.
/// </summary>
internal sealed unsafe class CacheStage<TSets>(TSets sets, MissSplitter? splitter, IRequestSink? below) : ICacheStage
    where TSets : struct, ILruSets
{
    private const int BlocksBetweenTrials = 128, Trials = 6, LeastTimed = IRequestSink.Block / 4, WordsWorthFetchingAhead = 4096;
    private readonly uint[] _found = new uint[IRequestSink.Block], _left = new uint[IRequestSink.Block];
    private readonly RequestPacker _packer = new(below);
    private double _newestFirstTicks, _allTicks; // Per request, the best of the last trials.
    private int _blocks;

    public StageCounts Counts => _packer.Counts;

    public long CountLines()
    {
        long lines = 0;
        foreach (uint word in sets.Words) lines += word == ILruSets.Empty ? 0 : 1;
        return lines;
    }

    public void Consume(uint* requests, int count)
    {
        fixed (uint* found = _found, left = _left)
        {
            for (; count > 0; requests += IRequestSink.Block, count -= IRequestSink.Block)
            {
                int some = Math.Min(count, IRequestSink.Block);
                Use(requests, found, left, some);
                splitter?.Split(requests, found, some);
                _packer.Pack(requests, found, left, some);
            }
        }
    }

    public void Dispose() => sets.Dispose();

    // Two loops give the same result. One looks at the newest line first, which saves work where a pattern repeats and costs
    // mispredictions where none does; so each is timed now and then, and the quicker one taken.
    private void Use(uint* requests, uint* found, uint* left, int count)
    {
        int turn = count < LeastTimed ? BlocksBetweenTrials - 1 : _blocks++ % BlocksBetweenTrials;
        if (turn >= Trials)
        {
            if (_newestFirstTicks < _allTicks) UseNewestFirst(requests, found, left, count);
            else UseAll(requests, found, left, count);
            return;
        }
        bool newestFirst = turn % 2 == 0;
        ref double best = ref newestFirst ? ref _newestFirstTicks : ref _allTicks;
        long start = Stopwatch.GetTimestamp();
        if (newestFirst) UseNewestFirst(requests, found, left, count);
        else UseAll(requests, found, left, count);
        double ticks = (double)(Stopwatch.GetTimestamp() - start) / count;
        best = turn < 2 ? ticks : Math.Min(best, ticks);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UseNewestFirst(uint* requests, uint* found, uint* left, int count)
    {
        TSets local = sets;
        for (int i = 0; i < count; i++)
        {
            found[i] = local.IsNewest(requests[i]) ? 1 : local.Use(requests + i, left + i);
        }
    }

    private void UseAll(uint* requests, uint* found, uint* left, int count)
    {
        if (sets.Words.Length < WordsWorthFetchingAhead) UseNear(requests, found, left, count);
        else UseFar(requests, found, left, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UseNear(uint* requests, uint* found, uint* left, int count)
    {
        TSets local = sets;
        for (int i = 0; i < count; i++) found[i] = local.Use(requests + i, left + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UseFar(uint* requests, uint* found, uint* left, int count)
    {
        TSets local = sets;
        for (int i = 0; i < count; i++)
        {
            local.Prefetch(requests[i + IRequestSink.Slack - 1]);
            found[i] = local.Use(requests + i, left + i);
        }
    }
}
