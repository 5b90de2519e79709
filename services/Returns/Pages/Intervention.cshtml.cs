using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.Returns.Data;
using Platform.Returns.Model;
using Platform.Returns.Model.Answers;
using Platform.Returns.Operations;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Pages;

[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class InterventionModel(ReturnsContext db, Caller caller, SaveReturn save) : ReturnPage(db, caller)
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Status { get; set; }
    [BindProperty] public string? Narrative { get; set; }
    [BindProperty] public string? Capital { get; set; }
    [BindProperty] public string? Revenue { get; set; }

    /// <summary>One for each output, in the grant's order.</summary>
    [BindProperty] public List<string?> Achieved { get; set; } = [];
    public Intervention Intervention { get; private set; } = null!;
    public (Quarter Quarter, ReturnLine Line)? Last => Figures.Last(Intervention.Id);

    /// <summary>What a colleague saved while this was being typed.</summary>
    public ReturnLine? SavedNow { get; private set; }
    public string? SavedBy => Return.LastSaved(ReturnSections.Of(Intervention))?.By.Name;

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(grantReference, quarter, id, cancellation)) return NotFound();
        if (!MayEdit) return Redirect(Address);
        Version = Return.Version;
        if (Return.Line(id) is not { } line) return Page();
        (Status, Narrative, Capital, Revenue) = (line.Status.ToString(), line.Narrative, Typed(line.Capital), Typed(line.Revenue));
        Achieved = [.. line.Achieved.Select(a => a.Quantity.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(grantReference, quarter, id, cancellation)) return NotFound();
        if (Read() is not { } line) return Page();
        var result = await save.RunAsync(Return.Id, Version, _ =>
        [
            ("", new ProgressAnswers(id, line.Status, line.Narrative)), ("", new SpendingAnswers(id, line.Capital, line.Revenue, [], "")),
            ("", new OutputAnswers(id, line.Achieved)),
        ], cancellation);
        if (result.IsDone) return Redirect(Address);
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale) await ShowSavedAsync(grantReference, quarter, id, cancellation);
        return Page();
    }

    public string Hint(string words, Func<ReturnLine, string> lastFigure) =>
        Last is { } last ? $"{words}. Last return ({last.Quarter.Label}): {lastFigure(last.Line)}" : words;

    private async Task<bool> FindAsync(string grantReference, string quarter, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation)) return false;
        Intervention = Return.Interventions.FirstOrDefault(i => i.Id == id)!;
        if (Intervention is null) return false;
        while (Achieved.Count < Intervention.Outputs.Count) Achieved.Add(null);
        return true;
    }

    private ReturnLine? Read()
    {
        if (!Enum.TryParse<DeliveryStatus>(Status, out var status) || !Enum.IsDefined(status)) ModelState.AddModelError(nameof(Status), $"Select how {Intervention.Name} is going");
        var narrative = ModelState.ReadText(nameof(Narrative), Narrative, "What happened", PartAnswers.LongestText, optional: true);
        var capital = ModelState.ReadMoney(nameof(Capital), Capital, "Capital spend");
        var revenue = ModelState.ReadMoney(nameof(Revenue), Revenue, "Revenue spend");
        var achieved = Intervention.Outputs.Select((output, i) => new Achievement(output.Indicator,
            ModelState.ReadWholeNumber($"{nameof(Achieved)}[{i}]", Achieved[i], $"Number of {output.Indicator}", 0, OutputAnswers.LargestQuantity) ?? 0)).ToList();
        return ModelState.IsValid ? new(Intervention.Id, status, narrative ?? "", capital!.Value, revenue!.Value, achieved) : null;
    }

    private async Task ShowSavedAsync(string grantReference, string quarter, Guid id, CancellationToken cancellation)
    {
        await FindAsync(grantReference, quarter, id, cancellation);
        ModelState.AddModelError("", "Someone else changed this return while you had this page open. "
            + "Check what is saved now, shown above your answers. To replace it with yours, save again");
        SavedNow = Return.Line(id);
        ModelState.Remove(nameof(Version));
        Version = Return.Version;
    }

    private static string Typed(Money? money) => (money ?? Money.Zero).ToString().TrimStart('£');
}
