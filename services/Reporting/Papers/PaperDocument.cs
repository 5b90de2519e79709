namespace Platform.Reporting.Papers;

/// <summary>The whole paper, in the order of seed 004. The numbers of its paragraphs run on across headings.</summary>
internal sealed class PaperDocument
{
    private readonly BoardPaper paper;
    private readonly List<PaperBlock> blocks = [];
    private int number;

    private PaperDocument(BoardPaper paper) => this.paper = paper;

    public static IReadOnlyList<PaperBlock> Of(BoardPaper paper)
    {
        if (paper.State == Contracts.BoardPaperState.Issued)
            return paper.AsIssued;
        var document = new PaperDocument(paper);
        document.Write();
        return document.blocks;
    }

    /// <summary>What the data says in a part, even if an officer's words replace it.</summary>
    public static IReadOnlyList<PaperParagraph> FromData(PaperFigures figures, string part) =>
        [.. Said(figures, part) is { } said ? [new PaperParagraph(null, said.Text, said.Items)] : Array.Empty<PaperParagraph>()];

    private static (string Text, IReadOnlyList<string> Items)? Said(PaperFigures figures, string part) =>
        part switch
        {
            PaperParts.Money => figures.Money.Count > 0 ? FigureWords.Money(figures) : null,
            PaperParts.Overdue => FigureWords.Overdue(figures),
            _ when figures.Grants.FirstOrDefault(g => part == PaperParts.Delivery(g.Reference)) is { } grant => DeliveryWords.Of(
                grant,
                figures
            ),
            _ when figures.Rounds.FirstOrDefault(r => part == PaperParts.Round(r.Reference)) is { } round => (
                FigureWords.Of(round, figures),
                []
            ),
            _ => null,
        };

    private void Write()
    {
        var figures = paper.Figures;
        Heading(1, "Background", PaperParts.Background);
        Free(PaperParts.Background);
        Heading(1, "Notable developments and challenges");
        Heading(2, "Past year");
        foreach (var programme in figures.Grants.GroupBy(g => g.Programme))
        {
            foreach (var grant in programme)
                Generated(PaperParts.Delivery(grant.Reference));
            Table(PaperTables.Targets([.. programme]));
            Table(PaperTables.Cuts([.. programme]));
        }
        Free(PaperParts.PastYear, optional: true);
        foreach (var round in figures.Rounds)
            Generated(PaperParts.Round(round.Reference));
        if (figures.Money.Count > 0)
        {
            Generated(PaperParts.Money);
            Table(PaperTables.Money(figures.Money));
            Table(PaperTables.Changed(figures.Money));
        }
        Heading(2, "Coming year", PaperParts.ComingYear);
        Free(PaperParts.ComingYear);
        Heading(1, "Key issues for partnership working or affecting partners");
        Generated(PaperParts.Overdue);
        if (figures.Overdue.Count > 0 || figures.SentBack.Any(s => s.IsLate))
            Table(PaperTables.Overdue(figures));
        Free(PaperParts.KeyIssues, optional: true);
        Heading(1, "Issues in local areas", PaperParts.LocalAreas);
        Free(PaperParts.LocalAreas);
        Heading(1, "Recommendations for the board", PaperParts.Recommendations);
        Free(PaperParts.Recommendations);
        Heading(1, "Officer to contact", PaperParts.Contact);
        foreach (var (text, items) in PaperText.Paragraphs(Text(PaperParts.Contact)))
            blocks.Add(new PaperParagraph(null, text, items));
    }

    private void Heading(int level, string text, string? part = null) => blocks.Add(new PaperHeading(level, text, part));

    private void Table(PaperTable? table)
    {
        if (table is not null)
            blocks.Add(table);
    }

    private void Free(string part, bool optional = false)
    {
        var text = Text(part);
        foreach (var (said, items) in PaperText.Paragraphs(text.Length > 0 || optional ? text : "Nothing to report."))
            Numbered(said, items);
        Ends(part);
        if (optional)
            blocks.Add(new PaperPlace(part, PaperParts.Name(paper.Figures, part)!, false));
    }

    private void Generated(string part)
    {
        var words = paper.WordsOn(part);
        if (words is not { Replaces: true } && Said(paper.Figures, part) is { } said)
            Numbered(said.Text, said.Items);
        foreach (var (text, items) in PaperText.Paragraphs(words?.Text ?? ""))
            Numbered(text, items);
        Ends(part);
        blocks.Add(new PaperPlace(part, PaperParts.Name(paper.Figures, part)!, words?.Replaces == true));
    }

    // Two ends of one delivery are an open question in sight of the board, until an officer says which is right.
    private void Ends(string part)
    {
        foreach (var end in StatedEnds.Of(paper).Where(e => e.Part == part))
            blocks.Add(
                new PaperParagraph(
                    null,
                    paper.Settled.FirstOrDefault(s => s.Key == end.Key) is { } settled ? end.Answer(settled.AsGranted) : end.Question,
                    []
                )
            );
    }

    private void Numbered(string text, IReadOnlyList<string> items) => blocks.Add(new PaperParagraph(++number, text, items));

    private string Text(string part) => paper.WordsOn(part)?.Text ?? "";
}
