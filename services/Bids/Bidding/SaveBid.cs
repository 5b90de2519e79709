using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Saves one page's answers of a bid.</summary>
internal sealed class SaveBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, SectionAnswers answers, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.Save(answers, window, readVersion, caller.Person, caller.At), cancellationToken);

    /// <summary>Saves a whole bid, or none of it: the fields of its problems begin with where they stand.</summary>
    /// <param name="reference">The bid.</param>
    /// <param name="readVersion">The version that was read: all of the bid is replaced, so nothing of it may have changed since.</param>
    /// <param name="parts">Every part that it is to have, given the bid as it is, and where each stands.</param>
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
