using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

[May(nameof(Acts.ReadPapers))]
internal sealed class PaperModel(ReportingContext db, Caller caller) : PageModel
{
    public BoardPaper Paper { get; private set; } = null!;
    public bool MayChange => caller.May(Acts.WritePapers) && Paper.State == BoardPaperState.Draft;

    /// <summary>What the check finds, or found when it was issued.</summary>
    public IReadOnlyList<PaperFlag> Flags { get; private set; } = [];

    /// <summary>The paper's blocks, with consecutive paragraphs as one list.</summary>
    public IReadOnlyList<object> Blocks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (await db.PaperAsync(number, caller, cancellationToken) is not { } paper)
            return NotFound();
        Paper = paper;
        Flags = caller.May(Acts.ReadContradictions) ? [.. (await ChangePaper.FlagsAsync(db, paper, cancellationToken)).Select(Open)] : [];
        Blocks = Grouped(PaperDocument.Of(paper).Where(b => MayChange || b is not PaperPlace));
        return Page();
    }

    // Links to pages that change the paper are only for those who may.
    private PaperFlag Open(PaperFlag flag) =>
        MayChange ? flag
        : flag.Link.StartsWith($"{Paper.Address}/", StringComparison.Ordinal) ? flag with { Link = "", Settle = "" }
        : flag with { Settle = "" };

    private static List<object> Grouped(IEnumerable<PaperBlock> blocks)
    {
        var groups = new List<object>();
        foreach (var block in blocks)
        {
            if (block is not PaperParagraph { Number: not null } paragraph)
                groups.Add(block);
            else if (groups.LastOrDefault() is List<PaperParagraph> list)
                list.Add(paragraph);
            else
                groups.Add(new List<PaperParagraph> { paragraph });
        }
        return groups;
    }
}
