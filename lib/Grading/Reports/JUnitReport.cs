using System.Globalization;
using System.Text;
using System.Xml;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>The verdicts as JUnit XML: a suite for each learner, a case for each exercise.</summary>
internal static class JUnitReport
{
    public static string Write(IReadOnlyList<GradedSubmission> graded)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var learner in graded.GroupBy(each => each.Learner)) WriteSuite(xml, learner.Key, [.. learner]);
            xml.WriteEndElement();
        }
        return text.AppendLine().ToString();
    }

    private static void WriteSuite(XmlWriter xml, string learner, GradedSubmission[] cases)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(learner));
        xml.WriteAttributeString("tests", Number(cases.Length));
        xml.WriteAttributeString("failures", Number(cases.Count(each => Element(each.Verdict.Status) == "failure")));
        xml.WriteAttributeString("errors", Number(cases.Count(each => Element(each.Verdict.Status) == "error")));
        xml.WriteAttributeString("skipped", Number(cases.Count(each => Element(each.Verdict.Status) == "skipped")));
        if (cases.Any(each => each.Verdict.Unsafe)) WriteUnsafe(xml);
        foreach (GradedSubmission each in cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Clean(learner));
            xml.WriteAttributeString("name", each.Exercise);
            xml.WriteAttributeString("time", each.Seconds.ToString("0.###", CultureInfo.InvariantCulture));
            if (Element(each.Verdict.Status) is { } element)
            {
                xml.WriteStartElement(element);
                xml.WriteAttributeString("message", Clean($"{VerdictText.Say(each.Verdict.Status)}, {each.Verdict.Points:0.##} of {each.Verdict.OutOf:0.##} points{(element == "skipped" ? $". {each.Verdict.Why}" : "")}"));
                if (element != "skipped") xml.WriteString(Clean(VerdictText.Write(each.Verdict)));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteUnsafe(XmlWriter xml)
    {
        xml.WriteStartElement("properties");
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", "sandbox");
        xml.WriteAttributeString("value", "no");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string? Element(VerdictStatus status) => status switch
    {
        VerdictStatus.Pass => null,
        VerdictStatus.Missing or VerdictStatus.Inconclusive => "skipped",
        VerdictStatus.Partial or VerdictStatus.Fail => "failure",
        _ => "error",
    };

    /// <summary>Without what XML cannot hold at all; the writer escapes the rest.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
