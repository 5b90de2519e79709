using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>Takes areas as people write them, and finds them by ward, place or district for those who do not know the codes.</summary>
internal sealed class WhereModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Where)
{
    [BindProperty]
    public string? Areas { get; set; }

    [BindProperty]
    public string? Vintage { get; set; }

    /// <summary>The ward, place or district to search for.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>What was searched for before.</summary>
    [BindProperty]
    public string? Searched { get; set; }

    /// <summary>The areas selected from those that were found, or that may have been meant.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The areas to select from.</summary>
    public IReadOnlyList<Lsoa> Offered { get; private set; } = [];

    /// <summary>Whether areas were searched for.</summary>
    public bool IsSearch { get; private set; }

    /// <summary>A place that can be searched for.</summary>
    public string Example => Known is [var first, ..] ? first.Place : Bid.Partnership.Districts[0];

    /// <summary>How areas may be written.</summary>
    public string Examples =>
        Known is [var first, .., var last]
            ? $"{first.Name}, {Known[1].Name[^4..]} to {Known[2].Name[^4..]}, or {last.Code}"
            : $"{Bid.Partnership.Districts[0]} 001A, 001B to 001D, or E01025614";

    private IReadOnlyList<Lsoa> Known => AreaSearch.Named(Bid.Partnership.Districts[0]);

    /// <summary>The addresses of the boundaries from which the map is drawn.</summary>
    public IReadOnlyList<string> Boundaries =>
        [
            .. Bid
                .Partnership.Districts.Select(d => District.Find(d) is { } known ? GovUkAssets.BoundariesOf(known.Code) : null)
                .OfType<string>(),
        ];

    private int? Census =>
        string.IsNullOrEmpty(Vintage) ? null
        : int.TryParse(Vintage, out var year) ? year
        : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        (Areas, Vintage) = (string.Join("\n", Content.Areas), Content.Vintage?.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // Whoever continues without searching would lose the place that they typed.
        var isForgotten = Chosen.Count == 0 && TypedText.Line(Place) is { Length: > 0 } place && place != TypedText.Line(Searched);
        TakeChosen();
        if (After == "find")
            return Find();
        if (isForgotten && After is null)
        {
            var found = Find();
            ModelState.AddModelError(
                nameof(Place),
                Offered.Count > 0
                    ? "Select the areas of this place below, or clear this field"
                    : "No area of this name was found: try part of the name, or clear this field"
            );
            return found;
        }
        var read = Bidding.Areas.Read(Areas, Census);
        Offered = [.. read.Unclear.SelectMany(u => u.Offered ?? []).Where(IsHere).Distinct()];
        return await SaveAsync(new WhereAnswers(read, Census), EndOf(Section), cancellationToken);
    }

    // Nothing is saved, and nothing that was typed is lost.
    private PageResult Find()
    {
        IsSearch = true;
        Searched = Place;
        ModelState.Remove(nameof(Searched));
        var read = Bidding.Areas.Read(Areas, Census);
        // On lines of their own, the map knows them.
        if (read.Unclear.Count == 0)
            Areas = string.Join('\n', read.Found);
        ModelState.Remove(nameof(Areas));
        Offered = [.. AreaSearch.Find(Place, Bid.Partnership.Districts).Where(IsHere)];
        if (TypedText.Line(Place).Length == 0)
            ModelState.AddModelError(nameof(Place), "Enter a ward, a place or a district");
        // Somebody who names a ward, a place or a district in full means all of it.
        else if (UnclearArea.Of(TypedText.Line(Place), Bid.Partnership.Districts[0]).Offered is { } whole)
            Chosen = [.. whole.Intersect(Offered).Select(a => a.Name)];
        return Page();
    }

    private bool IsHere(Lsoa area) => area.IsOf(Census is 2011 ? 2011 : 2021) && Bid.Partnership.Districts.Contains(area.District.Name);

    // Otherwise the model state would show what the fields held before.
    private void TakeChosen()
    {
        if (Chosen.Count == 0)
            return;
        var before = TypedText.Tidy(Areas);
        Areas = string.Join(
            '\n',
            new[] { before }.Where(a => a.Length > 0).Concat(Chosen.Except(Bidding.Areas.Read(before, Census).Found))
        );
        Chosen = [];
        ModelState.Remove(nameof(Areas));
        ModelState.Remove(nameof(Chosen));
    }
}
