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
    private const int BlocksBetweenTrials = 128, Trials = 3, TrialRequests = IRequestSink.Block / 4;
    private readonly uint[] _found = new uint[IRequestSink.Block], _left = new uint[IRequestSink.Block];
    private readonly RequestPacker _packer = new(below);
    private long _foreseenTicks, _allTicks; // The best of the last trials.
    private int _blocks;

    public StageCounts Counts => _packer.Counts;

    public long CountLines()
    {
        ReadOnlySpan<uint> words = sets.Words;
        return words.Length - words.Count(ILruSets.Empty);
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

    public void Flush() => _packer.Flush();

    public void Dispose() => sets.Dispose();

    // Two loops give the same result. One branches, which saves work where a pattern repeats and costs mispredictions where none does;
    // so each is timed now and then, and the quicker one taken.
    private void Use(uint* requests, uint* found, uint* left, int count)
    {
        int timed = 0;
        if (count >= 2 * TrialRequests)
        {
            int turn = _blocks++ % BlocksBetweenTrials;
            if (turn < Trials)
            {
                timed = 2 * TrialRequests;
                long start = Stopwatch.GetTimestamp();
                UseForeseen(requests, found, left, TrialRequests);
                long between = Stopwatch.GetTimestamp();
                UseAll(requests + TrialRequests, found + TrialRequests, left + TrialRequests, TrialRequests);
                long end = Stopwatch.GetTimestamp();
                _foreseenTicks = Math.Min(between - start, turn == 0 ? long.MaxValue : _foreseenTicks);
                _allTicks = Math.Min(end - between, turn == 0 ? long.MaxValue : _allTicks);
            }
        }
        if (_foreseenTicks < _allTicks) UseForeseen(requests + timed, found + timed, left + timed, count - timed);
        else UseAll(requests + timed, found + timed, left + timed, count - timed);
    }

    // Inlined, these loops would share the registers of what surrounds them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void UseForeseen(uint* requests, uint* found, uint* left, int count)
    {
        TSets local = sets;
        for (nint i = 0; i < count; i++) found[i] = local.UseForeseen(requests[i], left + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void UseAll(uint* requests, uint* found, uint* left, int count)
    {
        TSets local = sets;
        for (nint i = 0; i < count; i++) found[i] = local.Use(requests[i], left + i);
    }
}
