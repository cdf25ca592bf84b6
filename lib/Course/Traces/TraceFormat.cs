namespace Course.Traces;

/// <summary>Texts that hold traces.</summary>
public enum TraceFormat
{
    /// <summary>valgrind's lackey and CS:APP's cachelab: <c> L 7ff0,8</c>.</summary>
    Lackey,

    /// <summary>Dinero's din: <c>0 7ff0</c>, or with a size <c>r 7ff0 8</c>.</summary>
    Din,
}
