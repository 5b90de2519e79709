using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class RiskModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Risks)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Likelihood { get; set; }

    [BindProperty]
    public string? Impact { get; set; }

    [BindProperty]
    public string? Mitigation { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    protected override string Before => EndOf(Section);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (Content.Risks.FirstOrDefault(r => r.Id == Id) is { } saved)
        {
            Description = saved.Description;
            Likelihood = saved.Likelihood.ToString();
            Impact = saved.Impact.ToString();
            Mitigation = saved.Mitigation;
            Owner = saved.Owner;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken)
            ? NotFound()
            : await SaveAsync(
                new RiskAnswers(new(Id, Description ?? "", Level(Likelihood), Level(Impact), Mitigation ?? "", Owner ?? "")),
                EndOf(Section),
                cancellationToken
            );

    // Anything else becomes a value that is no level, for the rule to refuse in its own words.
    private static RiskLevel Level(string? typed) => Enum.TryParse<RiskLevel>(typed, out var level) ? level : (RiskLevel)(-1);
}
