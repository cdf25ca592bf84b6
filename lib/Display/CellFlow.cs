namespace Display;

/// <summary>Makes a handler run in the flow of the cell that set it, so that its output finds its way below that cell.</summary>
internal static class CellFlow
{
    public static Action<T>? Keep<T>(Action<T>? handler)
    {
        if (handler is null || ExecutionContext.Capture() is not { } cell) return handler;
        return argument => ExecutionContext.Run(cell, _ => handler(argument), null);
    }
}
