namespace Course.Blur.OffCpu;

/// <summary>OpenCL refused something; the message says what, why as far as it told, and what to try.</summary>
public sealed class OpenClException(string message) : Exception(message);
