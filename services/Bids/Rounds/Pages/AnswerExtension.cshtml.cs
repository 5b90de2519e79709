using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>The office answers a request for more time.</summary>
[May(nameof(Acts.AnswerExtension))]
[Says("The request is answered", "Its partnership’s editors and leads get a letter")]
internal sealed class AnswerExtensionModel(BidsContext db, GrantExtension grant) : RoundActPage(db)
{
    private readonly BidsContext db = db;

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public TypedDate? Until { get; set; }

    [BindProperty]
    public string? Answer { get; set; }
    public Extension Extension { get; private set; } = null!;
    public override string Address => $"{base.Address}/extensions";

    [FromRoute]
    public Guid Id { get; set; }

    protected override bool IsPossible => Extension.State == ExtensionState.Requested;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Agreed is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Agreed), "Select whether the partnership gets more time");
        DateOnly? day = Agreed == "yes" ? ModelState.ReadDate(nameof(Until), Until, "The last day") : null;
        ModelState.ReadText(nameof(Answer), Answer, "Why there is no more time", Extension.LongestReason, optional: Agreed != "no");
        return await ActAsync(() => grant.AnswerAsync(InAddress, Id, day, Answer, cancellationToken), cancellationToken);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        await base.LoadAsync(cancellationToken)
        && (
            Extension = (
                await db.Extensions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id && e.RoundId == Round.Id, cancellationToken)
            )!
        )
            is not null;
}
