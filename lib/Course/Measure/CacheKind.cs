namespace Course.Measure;

public enum CacheKind
{
    Data,
    Instruction,
    Unified,
}
