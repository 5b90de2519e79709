using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages.Whole;

[Says(null)]
internal sealed class MatchFundingModel(ReturnsContext db, Caller caller, SaveReturn save) : AnswerPage(db, caller, save)
{
    private const int Most = 50;

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [new("Cash", nameof(MatchKind.Cash)), new("In kind", nameof(MatchKind.InKind))];

    /// <summary>A row for each source that the grant names, then others.</summary>
    [BindProperty]
    public List<TypedMatch> Rows { get; set; } = [];

    /// <summary>Set when another row is asked for: nothing is saved.</summary>
    [BindProperty]
    public string? Add { get; set; }

    public override string Section => ReturnSections.Match;

    /// <summary>What each source has promised over all the years.</summary>
    public IReadOnlyList<MatchReceived> Promised =>
        [
            .. Return
                .MatchPromised.GroupBy(m => (m.Source, m.Kind))
                .Select(g => new MatchReceived(g.Key.Source, g.Key.Kind, g.Sum(m => m.Amount))),
        ];

    public MatchReceived? PromiseAt(int row) => row < Promised.Count ? Promised[row] : null;

    public string HintOf(MatchReceived promise) =>
        $"Enter 0 if nothing was. Promised: {promise.Amount}. Received in earlier quarters: "
        + $"{Figures.Received(promise.Source, promise.Kind)}"
        + (
            Figures.LastWhole is { } last
                ? $". Last return ({last.Quarter.Label}): {(last.Overall.Match ?? []).Where(m => Is(m, promise)).Sum(m => m.Amount)}"
                : ""
        );

    public override async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Add is null)
            return await base.OnPostAsync(cancellationToken);
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Rows.Count < Most)
            Rows.Add(new());
        return Page();
    }

    protected override IActionResult? Fill()
    {
        var saved = Return.Overall.Match;
        Rows =
        [
            .. Promised.Select(p => new TypedMatch
            {
                Source = p.Source,
                Kind = p.Kind,
                Amount = Typed(saved?.FirstOrDefault(m => Is(m, p))?.Amount),
            }),
            .. (saved ?? [])
                .Where(m => !Promised.Any(p => Is(m, p)))
                .Select(m => new TypedMatch
                {
                    Source = m.Source,
                    Kind = m.Kind,
                    Amount = Typed(m.Amount),
                }),
        ];
        if (Rows.Count == Promised.Count)
            Rows.Add(new());
        return null;
    }

    protected override PartAnswers Read()
    {
        var received = new List<MatchReceived?>();
        foreach (var (i, row) in Rows.Index())
        {
            // An empty row keeps its place, because problems refer to rows by number.
            if (PromiseAt(i) is null && string.IsNullOrWhiteSpace(row.Source) && string.IsNullOrWhiteSpace(row.Amount))
                received.Add(null);
            else if (
                ModelState.ReadMoney(
                    $"Rows[{i}].Amount",
                    row.Amount,
                    PromiseAt(i) is { } promise ? $"What {promise.Source} gave" : "How much it gave"
                ) is
                { } amount
            )
                received.Add(new(row.Source ?? "", row.Kind, amount));
        }
        return new MatchAnswers(received);
    }

    protected override string FieldOf(string field) => field.Replace("Received[", "Rows[", StringComparison.Ordinal);

    // A row for each promise comes first, whatever was posted.
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        for (var i = 0; i < Promised.Count; i++)
        {
            if (Rows.Count <= i)
                Rows.Add(new());
            (Rows[i].Source, Rows[i].Kind) = (Promised[i].Source, Promised[i].Kind);
        }
        return true;
    }

    private static bool Is(MatchReceived one, MatchReceived other) =>
        one.Kind == other.Kind && string.Equals(one.Source, other.Source, StringComparison.OrdinalIgnoreCase);

    private static string? Typed(Money? money) => money?.WithoutSign;

    public sealed class TypedMatch
    {
        public string? Source { get; set; }
        public MatchKind Kind { get; set; }
        public string? Amount { get; set; }
    }
}
