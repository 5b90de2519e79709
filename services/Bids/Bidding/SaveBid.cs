using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Saves one page's answers of a bid.</summary>
internal sealed class SaveBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, SectionAnswers answers, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.Save(answers, window, readVersion, caller.Person, caller.At), cancellationToken);

    /// <summary>Saves a whole bid, or none of it. The field of each problem begins with its place.</summary>
    /// <param name="reference">The bid.</param>
    /// <param name="readVersion">The version that was read: the whole bid is replaced, so no part of it may have changed since.</param>
    /// <param name="parts">Gives, for the bid as it is, every part that it is to have, and the place of each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<BidContent, IEnumerable<(string Place, SectionAnswers Answers)>> parts,
        CancellationToken cancellationToken
    ) =>
        db.ChangeBidAsync(
            reference,
            (bid, window) =>
            {
                if (bid.Version != readVersion)
                    return Result.Stale;
                var problems = new List<Problem>();
                foreach (var (place, answers) in parts(bid.Content).ToList())
                {
                    var result = bid.Save(answers, window, bid.Version, caller.Person, caller.At);
                    if (result.Kind == ResultKind.Incorrect)
                        problems.AddRange(result.Problems.Select(p => p with { Field = $"{place}.{p.Field}" }));
                    else if (!result.IsDone)
                        return result;
                }
                return Result.Of(problems);
            },
            cancellationToken
        );
}
