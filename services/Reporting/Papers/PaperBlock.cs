using System.Text.Json.Serialization;

namespace Platform.Reporting.Papers;

/// <summary>A piece of a paper, on a page or in a file.</summary>
[JsonDerivedType(typeof(PaperHeading), "heading")]
[JsonDerivedType(typeof(PaperParagraph), "paragraph")]
[JsonDerivedType(typeof(PaperTable), "table")]
internal abstract record PaperBlock;

/// <summary>A heading of level 1 or 2. Part is the part that an officer writes under it; null where there are several or none.</summary>
internal sealed record PaperHeading(int Level, string Text, string? Part = null) : PaperBlock;

/// <summary>A paragraph. Numbers run on across headings, as in seed 004; null for none. Items are its lettered list.</summary>
internal sealed record PaperParagraph(int? Number, string Text, IReadOnlyList<string> Items) : PaperBlock;

/// <summary>A table. Numeric says which columns hold numbers.</summary>
internal sealed record PaperTable(
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<bool> Numeric,
    IReadOnlyList<IReadOnlyList<string>> Rows
) : PaperBlock;

/// <summary>A place where an officer can add to what the data says, or replace it; only on the page of a draft.</summary>
internal sealed record PaperPlace(string Part, string Name, bool IsReplaced) : PaperBlock;
