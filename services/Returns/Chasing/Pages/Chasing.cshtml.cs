using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.Returns.Returns.Pages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing.Pages;

/// <summary>Pauses, stops or resumes the reminders of a return.</summary>
[May(nameof(Acts.ChaseReturns))]
internal sealed class ChasingModel(ReturnsContext db, Caller caller, ChangeChasing change) : OfficePage(db, caller)
{
    [BindProperty]
    public string? State { get; set; }

    /// <summary>The day on which reminders go on after a pause; empty where somebody has to resume them.</summary>
    [BindProperty]
    public TypedDate? Until { get; set; }

    protected override bool IsPossible => Return.IsAwaited;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (!Enum.TryParse<ChasingState>(State, out var to) || !Enum.IsDefined(to))
            ModelState.AddModelError(nameof(State), "Select what happens with the reminders");
        var until =
            State != nameof(ChasingState.Paused) || Until is null or { IsEmpty: true }
                ? null
                : ModelState.ReadDate(nameof(Until), Until, "Day on which reminders go on", notBefore: Today.AddDays(1));
        var reason = ReadReason("Why you change the reminders");
        this.Say(
            to switch
            {
                ChasingState.Paused => "Reminders of this return are paused",
                ChasingState.Stopped => "Reminders of this return are stopped",
                _ => "Reminders of this return go on",
            }
        );
        return await ActAsync(() => change.RunAsync(Return.Id, to, until, reason, cancellationToken), cancellationToken);
    }
}
