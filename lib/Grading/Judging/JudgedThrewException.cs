namespace Grading.Judging;

/// <summary>The judged method ended with an exception; the message is its own, shortened.</summary>
internal sealed class JudgedThrewException(string message) : Exception(message);
