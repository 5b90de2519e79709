using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>Changes some answers of a round.</summary>
internal sealed class EditRound(BidsContext db, Caller caller)
{
    /// <param name="reference">The round.</param>
    /// <param name="readVersion">What the officer saw.</param>
    /// <param name="change">Puts one page's answers into those that are saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<RoundAnswers, RoundAnswers> change,
        CancellationToken cancellationToken
    ) =>
        db.ChangeRoundAsync(
            reference,
            round => round.Edit(change(round.Answers), readVersion, caller.Person, caller.At),
            cancellationToken
        );
}
