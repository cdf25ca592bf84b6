namespace Course.Blur.Box;

/// <summary>A number of interleaved channels that the compiler knows, so that it makes one loop for each.</summary>
internal interface IChannelCount
{
    static abstract int Count { get; }

    readonly struct One : IChannelCount
    {
        public static int Count => 1;
    }

    readonly struct Two : IChannelCount
    {
        public static int Count => 2;
    }

    readonly struct Three : IChannelCount
    {
        public static int Count => 3;
    }

    readonly struct Four : IChannelCount
    {
        public static int Count => 4;
    }
}
