using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>A page that shows one request, or on which somebody acts on it.</summary>
internal abstract class FoiPage(ReportingContext db, Caller caller) : ActPage
{
    [FromRoute]
    public string Reference { get; set; } = "";
    public FoiRequest Asked { get; private set; } = null!;
    public DateOnly Today => London.DateOf(caller.At);
    public override string Address => $"/foi/{Reference}";
    protected ReportingContext Db => db;
    protected Caller Caller => caller;

    protected override int VersionNow => Asked.Version;

    /// <summary>Whether the request already says what was to be said.</summary>
    protected virtual bool IsSaid => !IsPossible;

    protected override bool IsDoneAlready => IsStale && IsSaid;

    protected override string StaleWords =>
        $"{Asked.Steps[^1].By.Name} has changed this request since you opened this page. What you typed is still here: compare "
        + "it with the request as it is now, then press the button again";

    public static IEnumerable<SelectListItem> Exemptions(Func<Exemption, bool>? which = null) =>
        [new("Select an exemption", ""), .. Exemption.All.Where(which ?? (_ => true)).Select(e => new SelectListItem(e.Words, e.Section))];

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Fill();
        return Page();
    }

    /// <summary>Fills the form as it is first shown.</summary>
    protected virtual void Fill() { }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (Asked = (await db.FoiRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == Reference, cancellationToken))!) is not null;
}
