using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

/// <summary>The lasting things that were bought: a list to add to, or the answer that there were none.</summary>
internal sealed class AssetsModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    /// <summary>"no", "yes", or the number of a thing that the grant names.</summary>
    [BindProperty]
    public string? Bought { get; set; }

    protected override string Before => PageAt(Intervention.Outputs.Count > 0 ? "outputs" : "spending");

    protected override string Next => Warnings.Count > 0 && Line.Explanation.Length == 0 ? PageAt("explanation") : Address;

    public string? LastTime =>
        Last is { } last
            ? $"Last return ({last.Quarter.Label}): "
                + $"{(last.Line.Assets.Count == 0 ? "nothing" : string.Join("; ", last.Line.Assets.Select(ReturnWords.Of)))}"
            : null;

    public string AddressOf(BoughtAsset asset) => PageAt($"assets/{asset.Id}");

    public override async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // The new thing's id is created here, so that pressing the next page's button twice saves one thing.
        if (Bought == "yes")
            return Redirect(PageAt($"assets/{Guid.CreateVersion7()}"));
        if (int.TryParse(Bought, out var granted) && granted >= 0 && granted < Intervention.Assets.Count)
            return Redirect(PageAt($"assets/{Guid.CreateVersion7()}?granted={granted}"));
        if (Bought != "no")
            ModelState.AddModelError(nameof(Bought), "Select what was bought, or that nothing was");
        // Nothing typed here can be lost, and the answer is about the list as it is now.
        Version = Return.Version;
        return ModelState.IsValid ? await SaveAsync(Read(), cancellationToken) : Page();
    }

    protected override IActionResult? Fill()
    {
        Bought = Line.AssetsSaid ? "no" : null;
        return null;
    }

    protected override PartAnswers Read() => new AssetsSaidAnswer(Id, true);
}
