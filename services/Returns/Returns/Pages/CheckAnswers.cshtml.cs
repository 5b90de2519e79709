using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The last page before the return is handed over, and, for the lead, the declaration.</summary>
[May(nameof(Acts.WriteReturn))]
internal sealed class CheckAnswersModel(ReturnsContext db, Caller caller, HandOver handOver, SubmitReturn submit) : ReturnPage(db, caller)
{
    /// <summary>What is missing, and where to enter it.</summary>
    public IReadOnlyList<AnswerLink> ToDo => [.. Missing.Select(p => new AnswerLink(p.Message, $"{PageOf(p.Field)}?return=check"))];

    protected override bool IsPossible => MayEdit;

    protected override bool IsDoneAlready => Return.State is ReturnState.Submitted or ReturnState.Accepted;

    // Nobody certifies a figure saved after they read the return.
    protected override string StaleWords =>
        "Someone else changed this return while you had this page open. Check the answers again before you certify them";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Says("The return is handed over", "Your partnership’s leads get a letter: one of them certifies it")]
    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var result = await handOver.RunAsync(Return.Id, cancellationToken);
        if (result.IsDone)
            return Redirect(IsLead ? $"{Address}/check-answers" : Address);
        var answer = await RefusedAsync(result, cancellationToken);
        InTheWay = result.Kind == ResultKind.Incorrect ? ToDo : [];
        return answer;
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await HandInAsync(() => submit.RunAsync(Return.Id, Version, cancellationToken), cancellationToken)
            : NotFound();
}
