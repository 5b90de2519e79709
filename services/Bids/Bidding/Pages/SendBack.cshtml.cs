using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[Authorize(Roles = Roles.Officer)]
internal sealed class SendBackModel(BidsContext db, Caller caller, SendBackBid send) : BidPage(db, caller)
{
    [BindProperty]
    public List<string> Sections { get; set; } = [];

    /// <summary>One for each of <see cref="BidSections.All"/>.</summary>
    [BindProperty]
    public string?[] Reasons { get; set; } = [];

    [BindProperty]
    public TypedDate? AnswerBy { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        Reasons = new string?[BidSections.All.Count];
        return Bid.State == BidState.Submitted ? Page() : Redirect(Address);
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        Reasons = [.. Reasons.Concat(Enumerable.Repeat<string?>(null, BidSections.All.Count)).Take(BidSections.All.Count)];
        var day = ModelState.ReadDate(nameof(AnswerBy), AnswerBy, "Day by which it is to be submitted again");
        var notes = BidSections
            .All.Index()
            .Where(s => Sections.Contains(s.Item))
            .Select(s => new SectionNote(s.Item, Reasons[s.Index] ?? ""))
            .ToList();
        // Without a day the rest is still checked, so that everything is said at once.
        var result = day is null ? Result.Of(Bid.ProblemsOf(notes)) : await send.RunAsync(reference, notes, day.Value, cancellation);
        if (day is not null && result.IsDone)
            return Redirect(Address);
        foreach (var problem in result.Problems)
            ModelState.AddModelError(
                BidSections.All.Index().FirstOrDefault(s => s.Item == problem.Field) is { Item: not null } s
                    ? $"Reasons[{s.Index}]"
                    : problem.Field,
                problem.Message
            );
        return Page();
    }
}
