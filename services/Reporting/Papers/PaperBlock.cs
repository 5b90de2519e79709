using System.Text.Json.Serialization;

namespace Platform.Reporting.Papers;

/// <summary>A piece of a paper, on a page or in a file.</summary>
[JsonDerivedType(typeof(PaperHeading), "heading")]
[JsonDerivedType(typeof(PaperParagraph), "paragraph")]
[JsonDerivedType(typeof(PaperTable), "table")]
internal abstract record PaperBlock;

/// <summary>Of level 1 or 2; Part is what an officer writes under it, null where that is more than one thing or none.</summary>
internal sealed record PaperHeading(int Level, string Text, string? Part = null) : PaperBlock;

/// <summary>Numbers go on through all headings, as in seed 004; null for what is not numbered. Items are its lettered list.</summary>
internal sealed record PaperParagraph(int? Number, string Text, IReadOnlyList<string> Items) : PaperBlock;

/// <summary>Numeric says which columns are numbers.</summary>
internal sealed record PaperTable(
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<bool> Numeric,
    IReadOnlyList<IReadOnlyList<string>> Rows
) : PaperBlock;

/// <summary>Where an officer can add to what the data says, or replace it; only on the page of a draft.</summary>
internal sealed record PaperPlace(string Part, string Name, bool IsReplaced) : PaperBlock;
