namespace Course.Profile.Tables;

/// <summary>How a column is written and drawn.</summary>
public enum ColumnKind
{
    /// <summary>Words, to the left.</summary>
    Text,
    /// <summary>Source text, in a fixed width, its spaces kept.</summary>
    Code,
    /// <summary>A number, to the right.</summary>
    Number,
    /// <summary>A part of a whole, 0 to 1: per cent with a bar.</summary>
    Share,
}
