using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;
using Platform.ServiceDefaults.Callers;
using ReturnLine = Platform.Reporting.Model.ReturnLine;

namespace Platform.Reporting.Pages.Home;

/// <summary>What you must do and by when; for the office, what is missing. For everybody else, what this is.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ReportingContext db, Caller caller) : PageModel
{
    public DateOnly Today => London.DateOf(caller.At);
    public bool IsPartner => caller.Partnership is not null;
    public bool IsOffice => caller.SeesEverything;
    public bool IsBoardOnly => caller.Roles is [Roles.Board];
    public string Name => caller.Person.Name;
    public Partnership? Partnership => caller.Partnership;
    public IReadOnlyList<RoundLine> OpenRounds { get; private set; } = [];
    public IReadOnlyList<BidLine> Bids { get; private set; } = [];
    public IReadOnlyList<ReturnLine> Returns { get; private set; } = [];
    public IReadOnlyList<Activity> Activities { get; private set; } = [];
    public IReadOnlyList<Activity> Alerts { get; private set; } = [];
    public IReadOnlyList<IGrouping<Partnership, ReturnLine>> Overdue { get; private set; } = [];

    /// <summary>Bids of closed rounds that wait for the commissioner, by round.</summary>
    public IReadOnlyList<(RoundLine Round, int Bids)> Undecided { get; private set; } = [];

    /// <summary>The one thing to say first: the oldest return that this person can do something about.</summary>
    public ReturnLine? First => Returns.FirstOrDefault(r => r.State != ReturnState.ReadyToCertify || caller.Is(Roles.PartnerLead));

    /// <summary>What there is to do about a return: whoever prepared it waits for the lead.</summary>
    public string ToDo(ReturnLine line) => line.State != ReturnState.ReadyToCertify ? "Fill in the return"
        : caller.Is(Roles.PartnerLead) ? "Certify the return" : "Your lead certifies it";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        OpenRounds = await db.Rounds.AsNoTracking().Where(r => r.OpensAt <= caller.At && r.ClosesAt > caller.At).OrderBy(r => r.ClosesAt).ToListAsync(cancellation);
        if (IsPartner)
        {
            var rounds = OpenRounds.Select(r => r.Id).ToList();
            Bids = await db.Bids.AsNoTracking().Where(b => rounds.Contains(b.RoundId)).ToListAsync(cancellation);
            Returns = await db.Returns.AsNoTracking().Where(r => r.State != ReturnState.Submitted && r.State != ReturnState.Scheduled)
                .OrderBy(r => r.DueOn).ThenBy(r => r.Quarter).Take(50).ToListAsync(cancellation);
        }
        if (!IsOffice) return;
        Overdue = [.. (await db.OverdueAsync(Today, cancellation)).GroupBy(r => r.Partnership).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Name)];
        // Alerts are for who can do something about them.
        if (IsBoardOnly) return;
        Alerts = await db.Activities.AsNoTracking().Where(a => a.IsAlert).OrderByDescending(a => a.At).Take(5).ToListAsync(cancellation);
        var undecided = await db.Rounds.AsNoTracking().Where(r => r.ClosesAt <= caller.At).OrderBy(r => r.ClosesAt)
            .Select(r => new { Round = r, Bids = db.Bids.Count(b => b.RoundId == r.Id && b.State == BidState.Submitted) }).Where(u => u.Bids > 0).ToListAsync(cancellation);
        Undecided = [.. undecided.Select(u => (u.Round, u.Bids))];
        Activities = await db.Activities.AsNoTracking().Where(a => !a.IsLetter).OrderByDescending(a => a.At).ThenByDescending(a => a.Version).Take(10).ToListAsync(cancellation);
    }

    /// <summary>"3 working days overdue", "Due today", "Due in 5 working days".</summary>
    public string When(DateOnly due) => (Today.CompareTo(due), WorkingDays.Between(due, Today), WorkingDays.Between(Today, due)) switch
    {
        ( > 0, 0, _) => "Overdue",
        ( > 0, 1, _) => "1 working day overdue",
        ( > 0, var late, _) => $"{late} working days overdue",
        (0, _, _) => "Due today",
        (_, _, 0) => "Due before the next working day",
        (_, _, 1) => "Due in 1 working day",
        (_, _, var left) => $"Due in {left} working days",
    };
}
