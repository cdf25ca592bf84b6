using Judged;

// The judge alone speaks on standard input and output; what the judged code prints goes nowhere.
using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
Console.SetIn(TextReader.Null);
Console.SetOut(TextWriter.Null);
Console.SetError(TextWriter.Null);
try
{
    new JudgedHost(new Frames(input, output, JudgedHost.MostBytes)).Serve();
    return 0;
}
catch (EndOfStreamException)
{
    return 0;
}
