using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Home.Pages;

/// <summary>What a partnership has to do, and by when.</summary>
internal sealed class PartnerHome
{
    /// <summary>A round in which this partnership can bid now, its deadline, and what became of its last request for more time.</summary>
    public sealed record OpenRound(RoundRow Round, DateTimeOffset ClosesAt, ExtensionRow? Extension, IReadOnlyList<BidRow> Bids);

    /// <summary>A deadline, what it is for, and where to go.</summary>
    public sealed record Deadline(DateTimeOffset At, string Text, string Link, string LinkText);

    public required Partnership Partnership { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required bool Certifies { get; init; }
    public required bool AcceptsGrants { get; init; }
    public required bool SubmitsBids { get; init; }
    public IReadOnlyList<OpenRound> Rounds { get; private init; } = [];
    public IReadOnlyList<BidRow> SentBack { get; private init; } = [];
    public IReadOnlyList<GrantRow> Agreements { get; private init; } = [];
    public IReadOnlyList<ReturnRow> Returns { get; private init; } = [];

    public DateOnly Today => London.DateOf(Now);

    public bool IsNothing => Rounds.Count == 0 && SentBack.Count == 0 && Agreements.Count == 0 && Returns.Count == 0;

    /// <summary>What to say first: the earliest deadline that this person can do something about.</summary>
    public Deadline? First =>
        Returns
            .Where(r => r.State != ReturnState.ReadyToCertify || Certifies)
            .Select(Of)
            .Concat(
                SentBack
                    .Where(b => b.ReadyAt is null || SubmitsBids)
                    .Select(b => new Deadline(
                        b.AnswerBy ?? DateTimeOffset.MaxValue,
                        b.ReadyAt is null
                            ? $"Your bid {b.Reference} was sent back. Change it by {London.Deadline(b.AnswerBy ?? Now)}."
                            : $"Bid {b.Reference} was handed over to you. Submit it by {London.Deadline(b.AnswerBy ?? Now)}.",
                        $"/bids/{b.Reference}",
                        b.ReadyAt is null ? "Change the bid" : "Check and submit it"
                    ))
            )
            .Concat(
                Rounds.SelectMany(r =>
                    r.Bids.Where(b => b.State == BidState.Draft && (b.ReadyAt is null || SubmitsBids))
                        .Select(b => new Deadline(
                            r.ClosesAt,
                            b.ReadyAt is null
                                ? $"Your bid {b.Reference} must be submitted by {London.Deadline(r.ClosesAt)}."
                                : $"Bid {b.Reference} was handed over to you. Submit it by {London.Deadline(r.ClosesAt)}.",
                            $"/bids/{b.Reference}",
                            b.ReadyAt is null ? "Go to the bid" : "Check and submit it"
                        ))
                )
            )
            .MinBy(d => d.At);

    /// <summary>What is to be done about a return: once it has been handed over, that is up to the lead.</summary>
    private string ToDo(ReturnRow line) =>
        line.State != ReturnState.ReadyToCertify ? "Fill in the return"
        : Certifies ? "Certify the return"
        : "Your lead certifies it";

    private Deadline Of(ReturnRow line) =>
        line.BackBy is { } day
            ? new(
                London.EndOf(day),
                $"Your quarter {line.Quarter.Number} {line.Quarter.Year} return was sent back. "
                    + $"It {(day < Today ? "was" : "is")} to be back on {London.WithWeekday(day)}.",
                line.Address,
                line.State == ReturnState.ReadyToCertify ? ToDo(line) : "Change the return"
            )
            : new(
                London.EndOf(line.DueOn),
                $"Your quarter {line.Quarter.Number} {line.Quarter.Year} return {(line.DueOn < Today ? "was" : "is")} due on "
                    + $"{London.WithWeekday(line.DueOn)}.",
                line.Address,
                ToDo(line)
            );

    /// <summary>Reads it as somebody in the partnership sees it, or as the office sees that partnership.</summary>
    public static async Task<PartnerHome> ReadAsync(
        ReportingContext db,
        Caller caller,
        Partnership own,
        CancellationToken cancellationToken
    )
    {
        var now = caller.At;
        // Few rows: a partnership's requests, and the rounds that are open for everybody or for it.
        var extensions = await db.Extensions.AsNoTracking().Where(e => e.Partnership == own).ToListAsync(cancellationToken);
        var later = extensions.Where(e => e.State == ExtensionState.Granted && e.Until > now).Select(e => e.RoundId).ToList();
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r =>
                r.Published
                && r.OpensAt <= now
                && (r.ClosesAt > now || later.Contains(r.Id))
                && (r.Invited.Length == 0 || r.Invited.Contains(own.Code))
            )
            .OrderBy(r => r.ClosesAt)
            .ThenBy(r => r.Reference)
            .ToListAsync(cancellationToken);
        var open = rounds.Select(r => r.Id).ToList();
        var bids = await db
            .Bids.AsNoTracking()
            .Where(b => b.Partnership == own && (open.Contains(b.RoundId) || b.State == BidState.SentBack))
            .OrderBy(b => b.Reference)
            .ToListAsync(cancellationToken);
        return new()
        {
            Partnership = own,
            Now = now,
            Certifies = caller.May(LinkedActs.CertifyReturn),
            AcceptsGrants = caller.May(LinkedActs.AcceptGrant),
            SubmitsBids = caller.May(LinkedActs.SubmitBid),
            Rounds =
            [
                .. rounds
                    .Select(round =>
                        Of(round, [.. extensions.Where(e => e.RoundId == round.Id)], [.. bids.Where(b => b.RoundId == round.Id)])
                    )
                    .OrderBy(r => r.ClosesAt),
            ],
            SentBack = [.. bids.Where(b => b.State == BidState.SentBack && b.AnswerBy > now).OrderBy(b => b.AnswerBy)],
            Agreements = await db
                .Grants.AsNoTracking()
                .Where(g => g.Partnership == own && g.AcceptedAt == null)
                .OrderBy(g => g.Reference)
                .Take(50)
                .ToListAsync(cancellationToken),
            Returns = await db
                .Returns.AsNoTracking()
                .Where(r => r.Partnership == own && r.AwaitedOn != null && r.State != ReturnState.Scheduled)
                .OrderBy(r => r.AwaitedOn)
                .ThenBy(r => r.Quarter)
                .ThenBy(r => r.GrantReference)
                .Take(50)
                .ToListAsync(cancellationToken),
        };
    }

    private static OpenRound Of(RoundRow round, IReadOnlyList<ExtensionRow> extensions, IReadOnlyList<BidRow> bids)
    {
        var granted = extensions.Where(e => e.State == ExtensionState.Granted && e.Until > round.ClosesAt).MaxBy(e => e.Until);
        // Ids are in order of time: the last request is the one whose answer people are waiting for.
        return new(
            round,
            granted?.Until ?? round.ClosesAt,
            extensions.FirstOrDefault(e => e.State == ExtensionState.Requested) ?? granted ?? extensions.MaxBy(e => e.Id),
            bids
        );
    }
}
