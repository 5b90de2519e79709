using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>A page about one request, or on which somebody acts on it.</summary>
internal abstract class FoiPage(ReportingContext db, Caller caller) : PageModel
{
    /// <summary>The version that was read: nobody acts on what they have not seen.</summary>
    [BindProperty]
    public int Version { get; set; }
    public FoiRequest Asked { get; private set; } = null!;

    /// <summary>Whether a colleague has changed it since it was read: what is saved is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }
    public DateOnly Today => London.DateOf(caller.At);
    public string Address => $"/foi/{Asked.Reference}";
    protected ReportingContext Db => db;
    protected Caller Caller => caller;

    public static IEnumerable<SelectListItem> Exemptions(Func<Exemption, bool>? which = null) =>
        [new("Select an exemption", ""), .. Exemption.All.Where(which ?? (_ => true)).Select(e => new SelectListItem(e.Words, e.Section))];

    /// <summary>Whether the page has anything to do; otherwise it leads back to the request.</summary>
    protected virtual bool IsOpenTo(FoiRequest request) => true;

    /// <summary>Whether the request says already what was to be said: a second press of the button is no mistake.</summary>
    protected virtual bool IsDone(FoiRequest request) => !IsOpenTo(request);

    /// <summary>Fills the form as it is first shown.</summary>
    protected virtual Task ShowAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What a form needs beside what was typed, whenever it is shown.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        if (!IsOpenTo(Asked))
            return Redirect(Address);
        Version = Asked.Version;
        await ReadAsync(cancellationToken);
        await ShowAsync(cancellationToken);
        return Page();
    }

    protected async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        Asked = (await db.FoiRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken))!;
        return Asked is not null;
    }

    protected async Task<IActionResult> AnswerAsync(string reference, Result result, CancellationToken cancellationToken, string next = "")
    {
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        if (result.IsDone)
            return Redirect($"/foi/{reference}{next}");
        db.ChangeTracker.Clear();
        await LoadAsync(reference, cancellationToken);
        IsStale = result.Kind == ResultKind.Stale;
        if (IsStale && IsDone(Asked))
            return Redirect($"{Address}{next}");
        if (IsStale)
        {
            ModelState.AddModelError(
                "",
                $"{Asked.Steps[^1].By.Name} has changed this request since you opened this page. What you typed is still here: compare "
                    + "it with the request as it is now, then press the button again"
            );
            ModelState.SetModelValue(nameof(Version), Asked.Version, Asked.Version.ToString(CultureInfo.InvariantCulture));
            Version = Asked.Version;
        }
        result.AddTo(ModelState);
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>The form again, where what was typed cannot be read.</summary>
    protected async Task<IActionResult> StayAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        await ReadAsync(cancellationToken);
        return Page();
    }
}
