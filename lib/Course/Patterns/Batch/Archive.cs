using System.Globalization;

namespace Course.Patterns.Batch;

/// <summary>The archive's list of pictures: a file with the header <c>name,place,year</c> and one picture a line.</summary>
public static class Archive
{
    public const string Header = "name,place,year";

    private const int Fields = 3;

    /// <summary>All rows that can be read; each that cannot is told in <paramref name="problems"/> with its line, and left out.</summary>
    /// <exception cref="InvalidDataException">The file does not begin with <see cref="Header"/>.</exception>
    public static List<PictureFacts> Read(string path, ICollection<string> problems)
    {
        var rows = new List<PictureFacts>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (number == 1)
            {
                if (line != Header) throw new InvalidDataException($"{path}: the first line is \"{line}\", not \"{Header}\".");
                continue;
            }
            if (line.Length == 0) continue;
            string[] fields = line.Split(',');
            if (fields.Length != Fields) problems.Add($"{Path.GetFileName(path)}, line {number}: {fields.Length} fields in place of {Fields}: \"{line}\"");
            else if (fields[0].Length == 0) problems.Add($"{Path.GetFileName(path)}, line {number}: there is no name: \"{line}\"");
            else if (!int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out int year))
                problems.Add($"{Path.GetFileName(path)}, line {number}: \"{fields[2]}\" is no year");
            else rows.Add(new PictureFacts(fields[0], fields[1], year));
        }
        return number == 0 ? throw new InvalidDataException($"{path} is empty; it begins with \"{Header}\".") : rows;
    }
}
