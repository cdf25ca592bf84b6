using Display;
using Notebooks;

namespace Notebooks.Tests;

public sealed class NotebookTests
{
    [Fact]
    public void Reading_and_writing_keeps_every_field_in_its_place()
    {
        const string text = """
            {
             "zebra": [],
             "cells": [
              {
               "cell_type": "markdown",
               "id": "x-1",
               "metadata": {
                "somebody": {
                 "else": 1.50
                }
               },
               "attachments": {},
               "source": "# One ö \ud83d\udcf7 \u2028\u0007\n"
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        string written = Notebook.Parse(text).ToString();
        Assert.Equal(text.Replace("\\ud83d\\udcf7", "📷").Replace("\\u2028", "\u2028"), written);
        Assert.Equal(written, Notebook.Parse(written).ToString());
    }

    [Fact]
    public void Outputs_are_stored_as_the_format_says()
    {
        Notebook notebook = Sample.Clean();
        NotebookCell cell = notebook.Cells[3];
        cell.ExecutionCount = 2;
        cell.AddStream("stdout", "one\ntw");
        cell.AddStream("stdout", "o\nthree");
        cell.AddStream("stderr", "careful");
        cell.AddDisplay(new MimeBundle().AddPng([1, 2, 3]).Add("text/plain", "a\nb"));
        cell.AddResult(MimeBundle.Text("2").Add("application/vnd.plotly.v1+json", """{"data": []}"""));
        cell.AddError("DivideByZeroException", "Attempted to divide by zero.", ["at line 1"]);

        NotebookCell read = Notebook.Parse(notebook.ToString()).Cells[3];
        Assert.Equal([OutputKind.Stream, OutputKind.Stream, OutputKind.Display, OutputKind.Result, OutputKind.Error], read.Outputs.Select(o => o.Kind));
        Assert.Equal("one\ntwo\nthree", read.Outputs[0].Text);
        Assert.Equal("stderr", read.Outputs[1].StreamName);
        Assert.Equal("AQID", read.Outputs[2].Bundle.Data["image/png"].GetValue<string>());
        Assert.Equal("a\nb", read.Outputs[2].Bundle.Data["text/plain"].GetValue<string>());
        Assert.Equal("""{"data":[]}""", read.Outputs[3].Bundle.Data["application/vnd.plotly.v1+json"].ToJsonString());
        Assert.Equal("DivideByZeroException", read.Outputs[4].ErrorName);
        Assert.Equal(["at line 1"], read.Outputs[4].Traceback);
        Assert.Contains("\"one\\n\",\n      \"two\\n\",\n      \"three\"\n", notebook.ToString());
    }

    [Fact]
    public void An_update_replaces_the_picture_in_every_cell_that_shows_it()
    {
        Notebook notebook = Sample.Clean();
        notebook.Cells[1].AddDisplay(MimeBundle.Text("10 %"), "progress");
        notebook.Cells[3].AddDisplay(MimeBundle.Text("10 %"), "progress");
        notebook.Cells[3].AddDisplay(MimeBundle.Text("another"), "other");
        notebook.UpdateDisplay("progress", MimeBundle.Text("done"));
        notebook.UpdateDisplay("unknown", MimeBundle.Text("lost"));
        Assert.Equal("done", notebook.Cells[1].Outputs[0].Bundle.Data["text/plain"].GetValue<string>());
        Assert.Equal("done", notebook.Cells[3].Outputs[0].Bundle.Data["text/plain"].GetValue<string>());
        Assert.Equal("another", notebook.Cells[3].Outputs[1].Bundle.Data["text/plain"].GetValue<string>());
    }

    [Fact]
    public void Title_and_minutes_come_from_the_prose()
    {
        Assert.Equal("A slow blur", Sample.Clean().Title);
        Assert.Equal(10, Sample.Clean().Minutes);
        Assert.Null(Notebook.Parse(Sample.Json()).Title);
        Assert.Null(Notebook.Parse(Sample.Json()).Minutes);
    }

    [Theory]
    [InlineData("{\n \"cells\": [\n}", "line 3, byte 1: invalid JSON")]
    [InlineData("", "invalid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("{}", "nbformat is missing")]
    [InlineData("""{"nbformat": 3, "worksheets": []}""", "nbformat is 3, only 4 is read. Convert it")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}""", "cells (a list) is missing")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [7]}""", "cell 1: is no JSON object")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "chart"}]}""", "cell_type is \"chart\"")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "raw", "metadata": {}, "source": ""}]}""", "cell 1: id is missing")]
    [InlineData("""{"nbformat": 4, "nbformat": 4}""", "invalid JSON")]
    [InlineData("""{"nbformat": "\ud800"}""", "surrogate")]
    public void What_is_no_notebook_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text)).Message);

    [Fact]
    public void Two_cells_may_not_share_an_id() => Assert.Contains("cell 2: id 'a' is used", Assert.Throws<NotebookFormatException>(
        () => Notebook.Parse(Sample.Json(Sample.Prose("a", ""), Sample.Prose("a", "")))).Message);

    [Fact]
    public void A_file_is_written_whole_and_read_back()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "new", "one.ipynb");
        Sample.Clean().Write(path);
        Sample.Clean().Write(path);
        Assert.Equal(Sample.Clean().ToString(), Notebook.Read(path).ToString());
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));

        File.WriteAllBytes(path, [.. "{\""u8, 0xFF]);
        Assert.Contains("one.ipynb: not UTF-8 text (byte 2)", Assert.Throws<NotebookFormatException>(() => Notebook.Read(path)).Message);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Damaged files of every kind are refused with this library's exception or read back to themselves; nothing else may happen.</summary>
    [Fact]
    public void A_damaged_file_is_refused_or_read_never_anything_else()
    {
        Notebook whole = Sample.Clean();
        whole.Cells[3].AddStream("stdout", "text\n");
        whole.Cells[3].AddResult(new MimeBundle().Add("text/html", "<b>2</b>").AddPng([9]));
        whole.Cells[3].AddError("E", "m", ["t"]);
        string text = whole.ToString();
        var random = new Random(20261121);
        string[] pieces = ["null", "7", "\"\"", "[]", "{}", "-1", "1e400", "\"\\ud800\"", ",", ":", "\"", "\\", "\u0000", "📷"];
        int read = 0;
        for (int round = 0; round < 4000; round++)
        {
            int start = random.Next(text.Length), length = random.Next(1, 12);
            string damaged = text[..start] + pieces[random.Next(pieces.Length)] + text[Math.Min(text.Length, start + length)..];
            try
            {
                Notebook notebook = Notebook.Parse(damaged);
                foreach (var cell in notebook.Cells)
                    foreach (var output in cell.Outputs) _ = (output.Text, output.Bundle, output.Traceback, output.ErrorName, output.StreamName);
                _ = (NotebookHygiene.Check("x", notebook), notebook.Title);
                Assert.Equal(notebook.ToString(), Notebook.Parse(notebook.ToString()).ToString());
                read++;
            }
            catch (NotebookFormatException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
        Assert.InRange(read, 100, 3900);
    }
}
