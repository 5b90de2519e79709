using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>Accepts a return as it was read: the return's page links here with the version that it showed.</summary>
[Says("The return is accepted", "Everybody who worked on it gets a letter")]
internal sealed class AcceptModel(ReturnsContext db, Caller caller, AcceptReturn accept) : OfficePage(db, caller)
{
    /// <summary>Whether it has changed since the officer read it, or can no longer be accepted.</summary>
    public bool IsUnread => Return.IsUnreadAt(Version) || !IsPossible;

    protected override bool IsPossible => Return.State == ReturnState.Submitted || Return.BackBy is not null;

    protected override string StaleWords => "This return has changed since you read it. Read it again before you accept it";

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (!int.TryParse(Request.Query["version"], out var read))
            return Redirect(Address);
        Version = read;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (Version == 0)
            return Redirect(Address);
        var read = Version;
        var answer = await ActAsync(() => accept.RunAsync(Return.Id, read, cancellationToken), cancellationToken);
        // Nobody who has not read the current version gets a button.
        Version = read;
        return answer;
    }
}
