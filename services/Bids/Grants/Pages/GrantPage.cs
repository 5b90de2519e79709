using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants.Pages;

/// <summary>A page about one grant: the caller's own, or any for the office and the board.</summary>
[May(nameof(Acts.ReadGrants))]
internal abstract class GrantPage(BidsContext db, Caller caller) : ActPage
{
    [FromRoute]
    public string Reference { get; set; } = "";
    public Grant Grant { get; private set; } = null!;
    protected Caller Caller => caller;
    public GrantDetails Details => Grant.Details;
    public override string Address => $"/grants/{Grant.Reference}";
    public bool IsOffice => caller.SeesEverything;

    /// <summary>"Lee Shaw, lead,"</summary>
    public string Accepter => Details.AcceptedBy!.NameFor(caller, "lead") + (caller.May(LinkedActs.SeePeople) ? ", lead," : "");
    public bool MayVary => caller.May(Acts.VaryGrant) && Grant.MayVary().IsDone;
    public bool MayAccept => caller.May(Acts.AcceptGrant) && Details.AcceptedAt is null;

    /// <summary>Whether this reader may approve the variation of that number for finance.</summary>
    public bool MayApprove(int number) => caller.May(Acts.ApproveVariation) && Grant.MayApprove(number, caller.Person).IsDone;

    /// <summary>An intervention's name, even where it is no longer paid for.</summary>
    public string NameOf(Guid intervention) => Details.Promised().FirstOrDefault(i => i.Id == intervention)?.Name ?? "";

    protected override int VersionNow => Grant.Version;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Grant = (await db.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.Reference == Reference, cancellationToken))!;
        Grant?.BringUpTo(caller.At);
        return Grant is not null;
    }
}
