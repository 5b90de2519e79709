using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Foi.Pages;

/// <summary>The letter as it was sent, or as it would be sent now: to print, or as text for an e-mail.</summary>
[May(nameof(Acts.ReadRequester))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class LetterModel(ReportingContext db, Caller caller, IConfiguration configuration, FoiWordings wordings)
    : FoiPage(db, caller)
{
    public string Text { get; private set; } = "";

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await base.OnGetAsync(cancellationToken);
        if (page is PageResult)
            Text = Asked.Letter ?? FoiLetter.Of(Asked, Letterhead.From(configuration), await wordings.ReadAsync(cancellationToken), Today);
        return page is NotFoundResult or RedirectResult || Request.Query["format"] != "text"
            ? page
            : File(Encoding.UTF8.GetBytes(Text), "text/plain; charset=utf-8", $"{Reference.ToLowerInvariant()}-letter.txt");
    }

    protected override bool IsPossible => Asked.Letter is not null || (Asked.Deleted is null && Asked.Details.Answers.Count > 0);
}
