using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>Gives one return a later due date.</summary>
[Says("The return has a new date", "Its partnership’s editors and leads get a letter")]
internal sealed class ExtendModel(ReturnsContext db, Caller caller, ExtendReturn extend) : OfficePage(db, caller)
{
    [BindProperty]
    public TypedDate? DueOn { get; set; }

    public string DayName => Return.BackBy is null ? "New due date" : "New day to be back by";

    protected override bool IsPossible => Return.IsAwaited;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        var (due, reason) = (ModelState.ReadDate(nameof(DueOn), DueOn, DayName), ReadReason("Why it is extended"));
        return await ActAsync(() => extend.RunAsync(Return.Id, due!.Value, reason, cancellationToken), cancellationToken);
    }
}
