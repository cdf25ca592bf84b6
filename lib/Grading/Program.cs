using Grading.Compiling;

// Started by CompilerClient, never by hand: reads requests, writes answers, ends with its input.
using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
CompilerChild.Serve(input, output);
