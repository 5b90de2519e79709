using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A partnership asks for more time, and reads what became of it.</summary>
[May(nameof(Acts.RequestExtension))]
[Says("You have asked for more time", "The officers get a letter, and will answer you by letter")]
internal sealed class ExtensionModel(BidsContext db, Caller caller, RequestExtension request) : ActPage
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Extension> Extensions { get; private set; } = [];
    public bool IsLate => caller.At >= Round.ClosesAt;
    public bool MayAsk => Extensions.All(e => e.State != ExtensionState.Requested);
    public override string Address => $"/rounds/{Reference}/extension";

    protected override int VersionNow => Round.Version;

    protected override bool IsDoneAlready =>
        Extensions.Any(e =>
            e.State == ExtensionState.Requested && e.RequestedBy.UserId == caller.Person.UserId && e.Reason == TypedText.Tidy(Reason)
        );

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.ReadText(nameof(Reason), Reason, "Why you need more time", Extension.LongestReason);
        return ActAsync(async () => (await request.RunAsync(Reference, Reason, cancellationToken)).Outcome, cancellationToken);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Round = (await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == Reference, cancellationToken))!;
        if (Round is null)
            return false;
        Extensions = await db
            .Extensions.AsNoTracking()
            .Where(e => e.RoundId == Round.Id)
            .OrderByDescending(e => e.RequestedAt)
            .ToListAsync(cancellationToken);
        return true;
    }
}
