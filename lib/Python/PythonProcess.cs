namespace Python;

/// <summary>One python3 process that stays between calls.</summary>
public sealed class PythonProcess;
