using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

/// <summary>A page on which an officer changes a draft.</summary>
[Authorize(Roles = Roles.Officer)]
internal abstract class PaperPage(ReportingContext db, Caller caller) : PageModel
{
    protected ReportingContext Db { get; } = db;

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public int Version { get; set; }
    public BoardPaper Paper { get; private set; } = null!;
    public string Address => Paper.Address;

    /// <summary>Finds the draft; another answer where there is none, or it can no longer be changed.</summary>
    protected async Task<IActionResult?> OpenAsync(int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(number, cancellation))
            return NotFound();
        if (Paper.State != BoardPaperState.Draft)
            return Redirect(Address);
        Version = Paper.Version;
        return null;
    }

    protected async Task<bool> LoadAsync(int number, CancellationToken cancellation) =>
        (Paper = (await Db.PaperAsync(number, caller, cancellation))!) is not null;

    /// <summary>Goes on where it was done, or shows the page again as the paper is now, with what is wrong.</summary>
    protected async Task<IActionResult> AnswerAsync(int number, Result result, string next, CancellationToken cancellation)
    {
        if (result.IsDone)
            return Redirect(next);
        if (!await LoadAsync(number, cancellation))
            return NotFound();
        if (result.Kind == ResultKind.Stale)
        {
            ModelState.AddModelError(
                "",
                "Someone else changed this paper since you opened the page. Check it as it is now, then press the button again"
            );
            ReadAgain();
        }
        result.AddTo(ModelState);
        return Page();
    }

    protected void ReadAgain()
    {
        ModelState.SetModelValue(nameof(Version), Paper.Version, Paper.Version.ToString(CultureInfo.InvariantCulture));
        Version = Paper.Version;
    }
}
