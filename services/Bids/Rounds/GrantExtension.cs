using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>Answers a request for more time, or gives more without one. Bids that lapsed at the deadline are drafts again.</summary>
internal sealed class GrantExtension(BidsContext db, Caller caller)
{
    public Task<Result> GiveAsync(
        string reference,
        Partnership partnership,
        string? reason,
        DateOnly lastDay,
        CancellationToken cancellationToken
    ) =>
        db.ChangeRoundAsync(
            reference,
            async round =>
            {
                if (!round.IsPublished)
                    return Result.NotFound;
                var given = Extension.Give(round, partnership, reason, lastDay, caller.Person, caller.At);
                if (!given.IsDone)
                    return given.Outcome;
                // Pressed twice, or they have that time already: nobody is told again.
                if (
                    await db.Extensions.AnyAsync(
                        e =>
                            e.RoundId == round.Id
                            && e.Partnership == partnership
                            && e.Until == given.Value.Until
                            && e.State == ExtensionState.Granted,
                        cancellationToken
                    )
                )
                    return Result.Done;
                db.Add(given.Value);
                await ReviveAsync(round, partnership, cancellationToken);
                return Result.Done;
            },
            cancellationToken
        );

    /// <param name="reference">The round.</param>
    /// <param name="id">The request.</param>
    /// <param name="lastDay">The last day of the time that is granted; null refuses it.</param>
    /// <param name="answer">What is said to the partnership.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result> AnswerAsync(string reference, Guid id, DateOnly? lastDay, string? answer, CancellationToken cancellationToken) =>
        db.ChangeRoundAsync(
            reference,
            async round =>
            {
                var extension = await db.Extensions.SingleOrDefaultAsync(e => e.Id == id && e.RoundId == round.Id, cancellationToken);
                if (extension is null)
                    return Result.NotFound;
                var result = lastDay is { } day
                    ? extension.Approve(round, day, answer, caller.Person, caller.At)
                    : extension.Refuse(answer, caller.Person, caller.At);
                if (result.IsDone && lastDay is not null)
                    await ReviveAsync(round, extension.Partnership, cancellationToken);
                return result;
            },
            cancellationToken
        );

    private async Task ReviveAsync(Round round, Partnership partnership, CancellationToken cancellationToken)
    {
        if (round.ClosedAt is not null)
            await db.ReviveAsync(round.Id, partnership, caller, cancellationToken);
    }
}
