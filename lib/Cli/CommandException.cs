namespace Cli;

/// <summary>A command cannot do what it was asked; the message is for the reader and names the remedy. The program prints it and exits with 1.</summary>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
