using Microsoft.AspNetCore.Mvc;
using Platform.Returns.Returns.Pages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing.Pages;

/// <summary>Notes what a partnership answered, on the telephone or by e-mail.</summary>
[May(nameof(Acts.ChaseReturns))]
[Says("The reply is noted", "It stands on the return’s timeline")]
internal sealed class ReplyModel(ReturnsContext db, Caller caller, NoteReply note) : OfficePage(db, caller)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        var text = ReadReason("What the partnership answered");
        return await ActAsync(() => note.RunAsync(Return.Id, text, cancellationToken), cancellationToken);
    }
}
