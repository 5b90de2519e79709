using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.ReadAssessments))]
[Says("The moderation is saved")]
internal sealed class ModerationModel(PanelReader panels, Caller caller, ModerateBid moderate) : ActPage
{
    public sealed class TypedScore
    {
        public Guid CriterionId { get; set; }
        public string? Score { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class TypedAmount
    {
        public Guid InterventionId { get; set; }
        public int Year { get; set; }
        public SpendKind Kind { get; set; }
        public string? Amount { get; set; }

        internal bool IsOf(Award line) => (InterventionId, Year, Kind) == (line.InterventionId, line.Year.Start, line.Kind);
    }

    [BindProperty]
    public List<TypedScore> Scores { get; set; } = [];

    [BindProperty]
    public List<TypedAmount> Recommended { get; set; } = [];

    [BindProperty]
    public string? Conditions { get; set; }

    [BindProperty]
    public string? Comment { get; set; }
    public Panel Panel { get; private set; } = null!;

    /// <summary>What the bid asks for, line by line, each with its name.</summary>
    public IReadOnlyList<(Award Award, string Name)> Lines =>
        [.. ModerationAnswers.AsAsked(Panel.Bid.Content).Select(a => (a, NameOf(a, Panel.Bid.Content)))];
    public bool MayWrite => caller.May(Acts.ModerateBid) && Panel.MayBeRevised;
    public string Back =>
        caller.May(Acts.AssignAssessors) ? $"/rounds/{Panel.Round.Reference}/assessments"
        : caller.May(Acts.AssessBids) ? "/assessments"
        : $"/rounds/{Panel.Round.Reference}/ranking";

    /// <summary>"Target hardening: revenue in 2025/26"</summary>
    public static string NameOf(Award award, BidContent content) =>
        $"{content.Interventions.FirstOrDefault(i => i.Id == award.InterventionId)?.Name}: {award.Kind.ToString().ToLowerInvariant()} in "
        + $"{award.Year}";

    public override string Address => $"/rounds/{Panel.Round.Reference}/assessments";

    protected override int VersionNow => Panel.Agreed?.Version ?? 0;

    protected override string StaleWords =>
        "A colleague has recorded what was agreed while you had this page open. It is shown above the form. To replace it with "
        + "yours, record it again";

    private string Reference => (string)RouteData.Values["bid"]!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        var agreed = Panel.Agreed;
        Scores =
        [
            .. Panel
                .Round.Criteria.Select(c => (c.Id, Agreed: agreed?.Scores.FirstOrDefault(s => s.CriterionId == c.Id)))
                .Select(c => new TypedScore
                {
                    CriterionId = c.Id,
                    Score = c.Agreed?.Score.ToString(),
                    Reason = c.Agreed?.Reason,
                }),
        ];
        Recommended =
        [
            .. (agreed?.Recommended ?? ModerationAnswers.AsAsked(Panel.Bid.Content)).Select(a => new TypedAmount
            {
                InterventionId = a.InterventionId,
                Year = a.Year.Start,
                Kind = a.Kind,
                Amount = a.Amount.WithoutSign,
            }),
        ];
        (Conditions, Comment) = (string.Join('\n', agreed?.Conditions ?? []), agreed?.Comment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!caller.May(Acts.ModerateBid))
            return Forbid();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // The page follows the criteria and the budget, whatever was posted.
        Scores = [.. Panel.Round.Criteria.Select(c => Scores.Find(s => s.CriterionId == c.Id) ?? new() { CriterionId = c.Id })];
        Recommended =
        [
            .. Lines.Select(l =>
                Recommended.Find(r => r.IsOf(l.Award))
                ?? new()
                {
                    InterventionId = l.Award.InterventionId,
                    Year = l.Award.Year.Start,
                    Kind = l.Award.Kind,
                }
            ),
        ];
        var awards = Recommended
            .Select(
                (r, i) =>
                    ModelState.ReadMoney($"Recommended[{i}].Amount", r.Amount, "Recommended amount") is { } amount
                        ? Lines[i].Award with
                        {
                            Amount = amount,
                        }
                        : Lines[i].Award
            )
            .ToList();
        var scores = Scores
            .Select(s => new AgreedScore(s.CriterionId, int.TryParse(s.Score, out var read) ? read : -1, s.Reason ?? ""))
            .ToList();
        var typed = new ModerationAnswers(scores, awards, (Conditions ?? "").Split('\n'), Comment);
        // Nothing is saved if a field cannot be read, but the rule is asked too, so that all problems are shown at once.
        return ModelState.IsValid
            ? await ActAsync(() => moderate.RunAsync(Reference, typed, Version, cancellationToken), cancellationToken)
            : await RefusedAsync(Result.Of([.. typed.Tidied(Panel.Bid).Problems(Panel.Bid, Panel.Round)]), cancellationToken);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (Panel = (await panels.ReadAsync(Reference, cancellationToken))!) is not null;
}
