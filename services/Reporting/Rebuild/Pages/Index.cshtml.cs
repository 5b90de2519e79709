using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Rebuild.Pages;

/// <summary>Rebuilds the reports from the services' logs: shows progress, and starts, stops and continues it.</summary>
[May(nameof(Acts.RebuildReports))]
internal sealed class IndexModel(ReportingContext db, RebuildReports rebuild, Caller caller) : PageModel
{
    public IReadOnlyList<LogReplay> Replays { get; private set; } = [];
    public int ToAddUp { get; private set; }
    public int Grants { get; private set; }

    public bool IsRunning => Replays.Any(r => r.State == ReplayState.Running);
    public bool IsStopped => !IsRunning && Replays.Any(r => r.State == ReplayState.Stopped);

    public int LeftOut => Replays.Sum(r => r.LeftOutCount);

    /// <summary>Whether grants are being added up, which happens once every log has been read.</summary>
    public bool IsAddingUp => !IsRunning && !IsStopped && ToAddUp > 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Replays = await db.Set<LogReplay>().AsNoTracking().OrderBy(r => r.Source).ToListAsync(cancellationToken);
        // An administrator, who reads nobody's grants, sees how many there are.
        db.ReadEverybodys();
        var grants = db.Grants.IgnoreQueryFilters([ReportingContext.OwnPartnership]);
        ToAddUp = await grants.CountAsync(g => !g.IsAddedUp, cancellationToken);
        Grants = await grants.CountAsync(cancellationToken);
        if (IsRunning || IsAddingUp)
            Response.Headers["Refresh"] = "5";
    }

    [Says("The rebuild has begun")]
    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        await rebuild.StartAsync(caller.Person, caller.At, cancellationToken);
        return Redirect("/reports/rebuild");
    }

    [Says("The rebuild is stopped")]
    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken)
    {
        await rebuild.StopAsync(caller.At, cancellationToken);
        return Redirect("/reports/rebuild");
    }

    [Says("The rebuild goes on")]
    public async Task<IActionResult> OnPostContinueAsync(CancellationToken cancellationToken)
    {
        await rebuild.ContinueAsync(caller.Person, caller.At, cancellationToken);
        return Redirect("/reports/rebuild");
    }

    /// <summary>The name that people use for "bids".</summary>
    public static string NameOf(string source) =>
        source switch
        {
            ServiceNames.Bids => "Rounds, bids, decisions and grants",
            ServiceNames.Returns => "Returns",
            ServiceNames.Notifications => "Letters",
            ServiceNames.Gateway => "Accounts and signing in",
            _ => "The reports’ own log",
        };

    public static string Share(LogReplay replay) =>
        replay switch
        {
            { State: ReplayState.Done } => "100%",
            { Total: null } => "0%",
            { Total: 0 } => "100%",
            { Total: { } total } => $"{Percentage.Of(replay.Handled, total)}",
        };

    /// <summary>How many events a second it has read since it was started.</summary>
    public static string Pace(LogReplay replay) =>
        (replay.MovedAt - replay.StartedAt).TotalSeconds is > 1 and var seconds && replay.Handled > 0
            ? $"{replay.Handled / seconds:N0} a second"
            : "–";
}
