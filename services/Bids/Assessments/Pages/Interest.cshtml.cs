using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.ReadAssessments))]
[Says("Your declaration is saved")]
internal sealed class InterestModel(BidsContext db, Caller caller, DeclareInterest declare) : ActPage
{
    [FromRoute]
    public string Bid { get; set; } = "";

    [BindProperty]
    public bool? HasInterest { get; set; }

    [BindProperty]
    public string? Interest { get; set; }
    public Assessment Assessment { get; private set; } = null!;
    public Partnership Partnership { get; private set; } = null!;
    public string BidTitle { get; private set; } = "";

    public override string Address => $"/assessments/{Bid}";

    protected override int VersionNow => Assessment.Version;

    protected override bool IsPossible => Assessment.State != AssessmentState.Complete;

    protected override string StaleWords => "This assessment has changed since you opened the page. Check your answer and continue again";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        HasInterest = Assessment.State == AssessmentState.Scoring ? false : null;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            () => declare.RunAsync(Bid, HasInterest, Interest, Version, cancellationToken),
            cancellationToken,
            HasInterest == true ? "/assessments" : Address
        );

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Assessment = (await db.OwnAssessmentAsync(caller, Bid, cancellationToken))!;
        if (Assessment is null)
            return false;
        var bid = await db
            .Bids.IgnoreQueryFilters([BidsContext.NoInterest])
            .AsNoTracking()
            .SingleAsync(b => b.Id == Assessment.BidId, cancellationToken);
        (Partnership, BidTitle) = (bid.Partnership, bid.Content.Title);
        return true;
    }
}
