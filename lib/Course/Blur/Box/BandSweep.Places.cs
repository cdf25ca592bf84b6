using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <content>A band's rows, where its vectors come from and how they are stored.</content>
internal sealed unsafe partial class BandSweep<T, TSwept, TVector, TSums>
{
    /// <summary>The rows of a band with one above and one below, and the pixels beyond their ends.</summary>
    private readonly struct Band
    {
        public readonly T* Above, From, Below, To;
        public readonly nint Stride, ToStride;
        public readonly int Elements, Margin;

        /// <summary>For each row read, from above to below: the pixel left of it and the pixel right of it.</summary>
        public readonly T* Outside;

        /// <summary>Elements behind the last whole vector, and the channel with which the vector behind the row's end begins.</summary>
        public readonly int Rest, RestPhase, RightPhase;

        public Band(in BlurTask<T> task, T* above, T* from, T* below, int count, T* to, T* outside)
        {
            Above = above;
            From = from;
            Below = below;
            To = to;
            Outside = outside;
            (Stride, ToStride) = (task.SourceStride, task.DestinationStride);
            (Elements, Margin) = (task.RowElements, task.Margin * task.Channels);
            Rest = Elements % TSwept.Count;
            RestPhase = (TSwept.Count * TSwept.Channels - Rest) % TSwept.Channels;
            RightPhase = Rest == 0 ? 0 : (TSwept.Count - Rest) % TSwept.Channels;
            nint left = BorderRule.Index(-1, task.Width, task.Border), right = BorderRule.Index(task.Width, task.Width, task.Border);
            for (int line = 0; line <= count + 1; line++, outside += 2 * LargestPixel)
            {
                T* row = line == 0 ? above : line <= count ? from + (line - 1) * Stride : below;
                for (int channel = 0; channel < TSwept.Channels; channel++)
                {
                    outside[channel] = left < 0 ? task.BorderValue : row[left * TSwept.Channels + channel];
                    outside[LargestPixel + channel] = right < 0 ? task.BorderValue : row[right * TSwept.Channels + channel];
                }
            }
        }

        /// <summary>Where the vector beyond the row begins.</summary>
        public int LastColumn => (Elements + TSwept.Count - 1) / TSwept.Count * TSwept.Count;

        /// <summary>The first element of the vector at <paramref name="x"/> that is written.</summary>
        public int FirstOf(int x) => Math.Max(0, Margin - x);

        /// <summary>The element of the vector at <paramref name="x"/> behind the last that is written.</summary>
        public int EndOf(int x) => Math.Min(TSwept.Count, Elements - Margin - x);
    }

    /// <summary>Where a column of vectors lies in the row, and so where its elements come from.</summary>
    private interface IPlace
    {
        /// <param name="outside">The row's pixel on the left, and <see cref="LargestPixel"/> further the one on the right.</param>
        static abstract TVector Load(T* at, T* outside, in Band band);
    }

    private readonly struct Whole : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Load(T* at, T* outside, in Band band) => TSwept.Load(at);
    }

    private readonly struct First : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Load(T* at, T* outside, in Band band) =>
            TSwept.LoadFirst(at, band.Rest, TSwept.Repeated(outside + LargestPixel, band.RestPhase));
    }

    private readonly struct Left : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Load(T* at, T* outside, in Band band) =>
            TSwept.Repeated(outside, TSwept.Count * (TSwept.Channels - 1) % TSwept.Channels);
    }

    private readonly struct Right : IPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Load(T* at, T* outside, in Band band) => TSwept.Repeated(outside + LargestPixel, band.RightPhase);
    }

    private interface IStore
    {
        /// <summary>Asks for the rows that the next band reads. The CPU's own prefetcher does not follow so many rows at once.</summary>
        static abstract void Ahead(T* at, nint stride);

        static abstract void StoreMean(TSums before, TSums here, TSums after, T* to);
    }

    /// <summary>The first columns have none before them.</summary>
    private readonly struct Nothing : IStore
    {
        public static void Ahead(T* at, nint stride)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreMean(TSums before, TSums here, TSums after, T* to)
        {
        }
    }

    private readonly struct Cached : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Ahead(T* at, nint stride)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreMean(TSums before, TSums here, TSums after, T* to) => TSwept.Store(TSwept.Mean(before, here, after), to);
    }

    private readonly struct Streamed : IStore
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Ahead(T* at, nint stride)
        {
            at += BandRows * stride;
            Sse.Prefetch0(at);
            Sse.Prefetch0(at + stride);
            Sse.Prefetch0(at + 2 * stride);
            Sse.Prefetch0(at + 3 * stride);
            Sse.Prefetch0(at + 4 * stride);
            Sse.Prefetch0(at + 5 * stride);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreMean(TSums before, TSums here, TSums after, T* to) => TSwept.StoreNonTemporal(TSwept.Mean(before, here, after), to);
    }
}
