using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>The paper that was begun.</summary>
/// <param name="Number">Its number, which is in its address.</param>
internal sealed record BegunPaper(int Number);

/// <summary>An officer's words on one part.</summary>
/// <param name="Text">An empty line begins a paragraph; lines that begin with a dash are its list.</param>
/// <param name="Replaces">Whether they replace what the data says there; otherwise they follow.</param>
internal sealed record WordsBody(string? Text, bool Replaces = false);

/// <summary>Which of two ends of delivery is right.</summary>
/// <param name="AsGranted">Whether the grant's is right; false where the one that the words give is.</param>
internal sealed record EndBody(bool? AsGranted);

/// <param name="Acknowledged">Whether what the check found has been read.</param>
internal sealed record IssueBody(bool Acknowledged);

/// <summary>A board paper in the list.</summary>
/// <param name="Number">The paper's number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Meeting">The board that it is for.</param>
/// <param name="MeetingOn">The day on which the board meets.</param>
/// <param name="AsAt">When its figures were frozen.</param>
/// <param name="State">Draft, issued or discarded.</param>
/// <param name="IssuedAt">When it was issued; null until then.</param>
internal sealed record ListedPaper(
    int Number,
    string Title,
    string Meeting,
    DateOnly MeetingOn,
    DateTimeOffset AsAt,
    BoardPaperState State,
    DateTimeOffset? IssuedAt
);

/// <param name="Heading">The heading that it is under.</param>
/// <param name="Number">Null for what is not numbered.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="Items">Its lettered list.</param>
internal sealed record StoredParagraph(string Heading, int? Number, string Text, IReadOnlyList<string> Items);

/// <summary>A paper's text and figures.</summary>
/// <param name="Number">The paper's number.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Meeting">The board that it is for.</param>
/// <param name="MeetingOn">The day on which the board meets.</param>
/// <param name="AsAt">When its figures were frozen.</param>
/// <param name="State">Draft, issued or discarded.</param>
/// <param name="IssuedAt">When it was issued; null until then.</param>
/// <param name="Paragraphs">Its text, paragraph by paragraph.</param>
/// <param name="Figures">The figures that the text is written from.</param>
/// <param name="Flags">What the check finds, or found when it was issued. Only for officers; empty for others.</param>
internal sealed record StoredPaper(
    int Number,
    int Version,
    string Title,
    string Meeting,
    DateOnly MeetingOn,
    DateTimeOffset AsAt,
    BoardPaperState State,
    DateTimeOffset? IssuedAt,
    IReadOnlyList<StoredParagraph> Paragraphs,
    PaperFigures Figures,
    IReadOnlyList<PaperFlag> Flags
)
{
    public static StoredPaper Of(BoardPaper paper, IReadOnlyList<PaperFlag> flags)
    {
        var (heading, paragraphs) = ("", new List<StoredParagraph>());
        foreach (var block in PaperDocument.Of(paper))
        {
            if (block is PaperHeading h)
                heading = h.Text;
            if (block is PaperParagraph p)
                paragraphs.Add(new(heading, p.Number, p.Text, p.Items));
        }
        return new(
            paper.Number,
            paper.Version,
            paper.Title,
            paper.Meeting,
            paper.MeetingOn,
            paper.AsAt,
            paper.State,
            paper.IssuedAt,
            paragraphs,
            paper.Figures,
            flags
        );
    }
}
