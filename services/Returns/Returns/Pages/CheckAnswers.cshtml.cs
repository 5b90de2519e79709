using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The last page before the return is handed over, and, for the lead, the declaration.</summary>
[May(nameof(Acts.WriteReturn))]
internal sealed class CheckAnswersModel(ReturnsContext db, Caller caller, HandOver handOver, SubmitReturn submit) : ReturnPage(db, caller)
{
    /// <summary>Whether it could not be handed over because something is missing.</summary>
    public bool Blocked { get; private set; }

    protected override bool IsPossible => MayEdit;

    protected override bool IsDoneAlready => !MayEdit;

    // The certifier certifies no figure that came after what they read.
    protected override string StaleWords =>
        "Someone else changed this return while you had this page open. Check the answers again before you certify them";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var result = await handOver.RunAsync(Return.Id, cancellationToken);
        if (result.IsDone)
            return Redirect(IsLead ? $"{Address}/check-answers" : Address);
        Blocked = result.Kind == ResultKind.Incorrect;
        return await RefusedAsync(result, cancellationToken);
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!IsLead)
            return Forbid();
        return await ActAsync(() => submit.RunAsync(Return.Id, Version, cancellationToken), cancellationToken, $"{Address}/submitted");
    }
}
