using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

/// <summary>A page on which an officer changes a draft.</summary>
[May(nameof(Acts.WritePapers))]
internal abstract class PaperPage(ReportingContext db, Caller caller) : ActPage
{
    protected ReportingContext Db { get; } = db;

    [FromRoute]
    public int Number { get; set; }
    public BoardPaper Paper { get; private set; } = null!;
    public override string Address => Paper.Address;

    protected override int VersionNow => Paper.Version;

    protected override bool IsPossible => Paper.State == BoardPaperState.Draft;

    protected override string StaleWords =>
        "Someone else changed this paper since you opened the page. Check it as it is now, then press the button again";

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (Paper = (await Db.PaperAsync(Number, caller, cancellationToken))!) is not null;
}
