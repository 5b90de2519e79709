using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>
/// What every change to a round has in common: its row is locked, so that neither a colleague nor the closing job comes in between.
/// </summary>
internal static class RoundChange
{
    /// <summary>The rounds that the caller sees: only officers see those that are not published.</summary>
    public static IQueryable<Round> SeenBy(this IQueryable<Round> rounds, Caller caller) =>
        caller.May(Acts.WriteRounds) ? rounds : rounds.Where(r => r.PublishedAt != null);

    /// <summary>Locks the round, applies the rule and saves, in one transaction.</summary>
    public static async Task<Result> ChangeRoundAsync(
        this BidsContext db,
        string reference,
        Func<Round, Task<Result>> rule,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var round = await db
            .Rounds.FromSql($"select * from rounds where reference = {reference} for no key update")
            .SingleOrDefaultAsync(cancellationToken);
        if (round is null)
            return Result.NotFound;
        var result = await rule(round);
        if (!result.IsDone)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsReferenceTaken<Round>(db))
        {
            return Taken(round.Reference);
        }
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc cref="ChangeRoundAsync(BidsContext, string, Func{Round, Task{Result}}, CancellationToken)"/>
    public static Task<Result> ChangeRoundAsync(
        this BidsContext db,
        string reference,
        Func<Round, Result> rule,
        CancellationToken cancellationToken
    ) => db.ChangeRoundAsync(reference, round => Task.FromResult(rule(round)), cancellationToken);

    /// <summary>Turns lapsed bids in a round into drafts again, of one partnership or of all.</summary>
    public static async Task ReviveAsync(
        this BidsContext db,
        Guid roundId,
        Partnership? partnership,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var code = partnership?.Code;
        var lapsed = db.Bids.FromSql(
            $"""
            select * from bids where round_id = {roundId} and state = {nameof(BidState.Lapsed)} and
            ({code}::text is null or partnership = {code}) for update
            """
        );
        foreach (var bid in await lapsed.ToListAsync(cancellationToken))
            bid.Revive(caller.Person, caller.At);
    }

    public static Result Taken(string reference) =>
        Result.Of([new(nameof(RoundAnswers.Reference), $"There is already a round {reference}. Enter another reference")]);
}
