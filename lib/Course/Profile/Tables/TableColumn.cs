namespace Course.Profile.Tables;

/// <summary>One column: its heading, and what it means in a sentence.</summary>
public readonly record struct TableColumn(string Name, ColumnKind Kind, string Meaning = "");
