namespace Course.Measure;

public enum StreamKind
{
    Read,
    Write,
    Copy,
}
