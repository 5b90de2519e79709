using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Pages;

internal sealed class TaskListModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    public int Done => Return.Interventions.Count(i => Return.Line(i.Id) is not null);
    public string LastTask => IsLead ? "Check answers, certify and submit" : "Check answers and hand over to your lead";

    public string LastTaskStatus => !IsComplete ? "Cannot start yet" : !IsLead && Return.State == ReturnState.ReadyToCertify ? "Completed" : "Not started";

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation) =>
        await LoadAsync(grantReference, quarter, cancellation) ? Page() : NotFound();
}
